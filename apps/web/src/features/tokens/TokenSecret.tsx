'use client';

import { useTranslations } from 'next-intl';
import { SecretOnce } from '../../components/SecretOnce.tsx';

interface TokenSecretProps {
  readonly name: string;
  readonly secret: string;
  readonly onDone: () => void;
}

/** The secret of a new token, shown this once. */
export function TokenSecret({ name, secret, onDone }: TokenSecretProps) {
  const t = useTranslations('tokens.secret');
  return (
    <SecretOnce
      title={t('title', { name })}
      warning={t('warning')}
      hint={t('hint')}
      secret={secret}
      onDone={onDone}
    />
  );
}
