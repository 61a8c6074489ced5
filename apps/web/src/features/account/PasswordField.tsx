'use client';

import { accountLimits } from '@jejak/access';
import { IconButton } from '@jejak/ui/IconButton';
import { TextField } from '@jejak/ui/TextField';
import { Eye, EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

interface PasswordFieldProps {
  readonly error: string | undefined;
  /** A new password is asked for: say what it needs, and let the browser offer one. */
  readonly isNew?: boolean;
}

/** A password one can look at while typing. */
export function PasswordField({ error, isNew = false }: PasswordFieldProps) {
  const t = useTranslations('account.fields');
  const [shown, setShown] = useState(false);
  return (
    <TextField
      name="password"
      type={shown ? 'text' : 'password'}
      label={t('password')}
      hint={isNew ? t('passwordHint', { least: accountLimits.passwordLengthMin }) : undefined}
      error={error}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      autoCapitalize="none"
      spellCheck={false}
      aria-required
      trailing={
        <IconButton
          label={shown ? t('hidePassword') : t('showPassword')}
          icon={shown ? <EyeOff className="size-[18px]" /> : <Eye className="size-[18px]" />}
          onClick={() => setShown(!shown)}
        />
      }
    />
  );
}
