'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { SecretOnce } from '../../components/SecretOnce.tsx';

interface WebhookSecretProps {
  readonly secret: string;
  /** Until when the former one signs too; null where there is none. */
  readonly formerUntil: Date | null;
  readonly onDone: () => void;
}

/** The secret of a webhook, shown this once. */
export function WebhookSecret({ secret, formerUntil, onDone }: WebhookSecretProps) {
  const t = useTranslations('webhooks.secret');
  const format = useFormatter();
  return (
    <SecretOnce
      title={formerUntil === null ? t('title') : t('titleNew')}
      warning={
        formerUntil === null
          ? t('warning')
          : t('warningNew', {
              until: format.dateTime(formerUntil, { dateStyle: 'medium', timeStyle: 'short' }),
            })
      }
      hint={t('hint')}
      secret={secret}
      onDone={onDone}
    />
  );
}
