'use client';

import { accountLimits } from '@jejak/access';
import { TextField } from '@jejak/ui/TextField';
import { useTranslations } from 'next-intl';
import { TeamSelect } from '../../components/TeamSelect.tsx';
import type { Submission } from '../../lib/useSubmission.ts';
import { EmailField } from './EmailField.tsx';
import { PasswordField } from './PasswordField.tsx';

interface NewAccountFieldsProps {
  readonly submission: Pick<Submission, 'fieldError'>;
}

/** What every new account is asked for, however one came to make it. */
export function NewAccountFields({ submission }: NewAccountFieldsProps) {
  const t = useTranslations('account.fields');
  return (
    <>
      <TextField
        name="name"
        label={t('name')}
        error={submission.fieldError('name')}
        autoComplete="name"
        maxLength={accountLimits.nameLengthMax}
        aria-required
      />
      <TeamSelect />
      <EmailField error={submission.fieldError('email')} />
      <PasswordField isNew error={submission.fieldError('password')} />
    </>
  );
}
