'use client';

import { Button, buttonClasses } from '@jejak/ui/Button';
import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Link } from '../../i18n/navigation.ts';
import { type ImportLine, ImportLines } from './ImportLines.tsx';

/** What an import made, and what it could not take as it was. */
export interface ImportSummary {
  readonly mapId: string;
  readonly stages: number;
  readonly steps: number;
  readonly personas: number;
  readonly skipped: readonly ImportLine[];
  readonly adjusted: readonly ImportLine[];
}

interface ImportResultProps {
  readonly summary: ImportSummary;
  readonly onAnother: () => void;
}

/** The made map, with the lines that are not in it. */
export function ImportResult({ summary, onAnother }: ImportResultProps) {
  const t = useTranslations('workspace.importMap');
  const heading = useRef<HTMLHeadingElement>(null);
  // The form is gone: those who listen begin at the result.
  useEffect(() => heading.current?.focus(), []);
  const { skipped, adjusted, mapId, stages, steps, personas } = summary;
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <div className="flex flex-col gap-1.5">
        <h2
          ref={heading}
          tabIndex={-1}
          className="flex items-center gap-2 text-lead font-semibold outline-none"
        >
          <CircleCheck aria-hidden="true" className="size-5 text-positive" />
          {t('doneTitle')}
        </h2>
        <p className="text-body text-muted">
          {t('doneText', { stages, steps, personas })} {skipped.length === 0 && t('allTaken')}
        </p>
      </div>
      {skipped.length > 0 && (
        <ImportLines
          title={t('notTaken', { count: skipped.length })}
          text={t('notTakenText')}
          lines={skipped}
        />
      )}
      {adjusted.length > 0 && (
        <ImportLines title={t('changed', { count: adjusted.length })} lines={adjusted} />
      )}
      <div className="flex flex-wrap gap-2">
        <Link href={`/maps/${mapId}`} className={buttonClasses('primary')}>
          {t('open')}
        </Link>
        <Button onClick={onAnother}>{t('another')}</Button>
      </div>
    </div>
  );
}
