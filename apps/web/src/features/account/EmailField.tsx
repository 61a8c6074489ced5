'use client';

import { TextField } from '@jejak/ui/TextField';
import { useTranslations } from 'next-intl';

/** The e-mail address one signs in with. */
export function EmailField({ error }: { readonly error: string | undefined }) {
  const t = useTranslations('account.fields');
  return (
    <TextField
      name="email"
      type="email"
      label={t('email')}
      error={error}
      autoComplete="username"
      inputMode="email"
      autoCapitalize="none"
      spellCheck={false}
      aria-required
    />
  );
}
