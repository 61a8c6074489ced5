'use client';

import { Select } from '@jejak/ui/Select';
import { useTranslations } from 'next-intl';

const teams = ['MARKETING', 'SALES', 'PRODUCT', 'SERVICE', 'OTHER'] as const;

/** Which team somebody is of. */
export function TeamSelect() {
  const t = useTranslations('account.fields');
  const common = useTranslations('common');
  return (
    <Select
      name="team"
      label={t('team')}
      hint={t('teamHint')}
      defaultValue="MARKETING"
      options={teams.map((team) => ({ value: team, label: common(`teams.${team}`) }))}
    />
  );
}
