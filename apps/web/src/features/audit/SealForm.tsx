'use client';

import { Button } from '@jejak/ui/Button';
import { TextField } from '@jejak/ui/TextField';
import { useTranslations } from 'next-intl';
import type { ActivityFilter } from './readFilter.ts';

/** Checks the whole log, and whether it still holds the entry whose seal was noted before. */
export function SealForm({ filter, seal }: { readonly filter: ActivityFilter; readonly seal: string }) {
  const t = useTranslations('audit.proof');
  return (
    // The answer stands above it: that is where the next page begins.
    <form method="get" action="#proof" className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="check" value="1" />
      {Object.entries(filter).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flex-1 basis-64">
        <TextField
          name="seal"
          label={t('noted')}
          hint={t('notedHint')}
          defaultValue={seal}
          maxLength={64}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <Button type="submit" className="min-h-10">
        {t('check')}
      </Button>
    </form>
  );
}
