'use client';

import { Button } from '@jejak/ui/Button';
import { Select } from '@jejak/ui/Select';
import { TextField } from '@jejak/ui/TextField';
import { useTranslations } from 'next-intl';
import { actKeys } from './actKeys.ts';
import type { ActivityFilter } from './readFilter.ts';

interface ActivityFilterFormProps {
  readonly filter: ActivityFilter;
  readonly people: readonly { readonly userId: string; readonly name: string }[];
}

/** Chooses what of the activity is shown; an address of its own for each choice, and nothing but a form. */
export function ActivityFilterForm({ filter, people }: ActivityFilterFormProps) {
  const t = useTranslations('audit');
  return (
    <form method="get" className="mb-5 grid grid-cols-2 items-end gap-3 sm:grid-cols-3">
      <div className="col-span-2 sm:col-span-1">
        <Select
          name="person"
          label={t('filter.person')}
          defaultValue={filter.person}
          options={[
            { value: '', label: t('filter.everybody') },
            ...people.map(({ userId, name }) => ({ value: userId, label: name })),
            // An address may name somebody who is here no more: what is shown must be what is chosen.
            ...(filter.person === '' || people.some(({ userId }) => userId === filter.person)
              ? []
              : [{ value: filter.person, label: t('somebodyElse') }]),
          ]}
        />
      </div>
      <div className="col-span-2 sm:col-span-1">
        <Select
          name="act"
          label={t('filter.act')}
          defaultValue={filter.act}
          options={[
            { value: '', label: t('filter.everything') },
            ...actKeys.map((act) => ({ value: act, label: t(`acts.${act}`) })),
          ]}
        />
      </div>
      <div className="col-span-2 sm:col-span-1">
        <Select
          name="outcome"
          label={t('filter.outcome')}
          defaultValue={filter.outcome}
          options={[
            { value: 'all', label: t('filter.both') },
            { value: 'done', label: t('filter.done') },
            { value: 'refused', label: t('filter.refused') },
          ]}
        />
      </div>
      <div>
        <TextField type="date" name="from" label={t('filter.from')} defaultValue={filter.from} />
      </div>
      <div>
        <TextField type="date" name="until" label={t('filter.until')} defaultValue={filter.until} />
      </div>
      <Button type="submit" className="min-h-10 justify-self-start">
        {t('filter.show')}
      </Button>
    </form>
  );
}
