'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { JourneyEventKind } from '../../generated/graphql.ts';
import { KindGroupChoice } from './KindGroupChoice.tsx';
import { kindGroupNames, offeredKinds } from './kindGroups.ts';

interface KindChoiceProps {
  readonly chosen: readonly JourneyEventKind[];
  readonly error: string | undefined;
  readonly onChange: (chosen: readonly JourneyEventKind[]) => void;
}

/** Which kinds of events are told, group by group. */
export function KindChoice({ chosen, error, onChange }: KindChoiceProps) {
  const t = useTranslations('webhooks.form');
  const id = useId();
  return (
    <fieldset className="min-w-0" aria-describedby={error ? id : undefined}>
      <legend className="text-body font-medium">{t('theseKinds')}</legend>
      <div className="mt-1.5 divide-y divide-line rounded-panel border border-line bg-raised">
        {kindGroupNames.map((group) => (
          <KindGroupChoice
            key={group}
            group={group}
            chosen={chosen}
            onChange={(next) => onChange(offeredKinds.filter((kind) => next.includes(kind)))}
          />
        ))}
      </div>
      {error && (
        <p id={id} className="mt-1.5 flex items-start gap-1.5 text-meta text-danger">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
    </fieldset>
  );
}
