'use client';

import { joinClasses } from '@jejak/ui/joinClasses';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { JourneyEventKind } from '../../generated/graphql.ts';
import { type KindGroup, kindGroups } from './kindGroups.ts';

interface KindGroupChoiceProps {
  readonly group: KindGroup;
  readonly chosen: readonly JourneyEventKind[];
  readonly onChange: (chosen: readonly JourneyEventKind[]) => void;
}

const tick = 'mt-[3px] size-[18px] shrink-0 accent-accent outline-none';
const line =
  'flex min-h-9 pointer-coarse:min-h-11 cursor-pointer items-start gap-2.5 rounded-card px-2 py-1.5 transition-colors ' +
  'hover:bg-hover has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus';

/** The kinds of events of one group, each to tick, or all at once. */
export function KindGroupChoice({ group, chosen, onChange }: KindGroupChoiceProps) {
  const t = useTranslations('webhooks');
  const kinds: readonly JourneyEventKind[] = kindGroups[group];
  const count = kinds.filter((kind) => chosen.includes(kind)).length;
  const whole = useRef<HTMLInputElement>(null);
  const isPart = count > 0 && count < kinds.length;
  useEffect(() => {
    if (whole.current) whole.current.indeterminate = isPart;
  }, [isPart]);
  const set = (changed: readonly JourneyEventKind[], isChosen: boolean) =>
    onChange(
      isChosen ? [...new Set([...chosen, ...changed])] : chosen.filter((kind) => !changed.includes(kind)),
    );
  const kindLines = kinds.map((kind) => (
    <label key={kind} className={line}>
      <input
        type="checkbox"
        name="kinds"
        value={kind}
        checked={chosen.includes(kind)}
        onChange={({ target }) => set([kind], target.checked)}
        className={tick}
      />
      <span className="min-w-0 break-words">{t(`kinds.${kind}`)}</span>
    </label>
  ));
  // One kind alone needs no group around it.
  if (kinds.length === 1) return <div className="px-1.5 py-1.5">{kindLines}</div>;
  return (
    <fieldset className="min-w-0 px-1.5 py-1.5">
      <legend className="sr-only">{t(`groups.${group}`)}</legend>
      <label className={joinClasses(line, 'font-medium')}>
        <input
          ref={whole}
          type="checkbox"
          checked={count === kinds.length}
          onChange={({ target }) => set(kinds, target.checked)}
          className={tick}
        />
        <span className="min-w-0">{t('form.wholeGroup', { group: t(`groups.${group}`) })}</span>
      </label>
      <div className="grid pl-7 sm:grid-cols-2 lg:grid-cols-3">{kindLines}</div>
    </fieldset>
  );
}
