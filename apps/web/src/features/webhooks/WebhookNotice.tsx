'use client';

import { Notice } from '@jejak/ui/Notice';
import { useFormatter, useTranslations } from 'next-intl';
import type { WebhookFieldsFragment } from '../../generated/graphql.ts';
import type { WebhookState } from './webhookState.ts';

interface WebhookNoticeProps {
  readonly webhook: WebhookFieldsFragment;
  readonly state: WebhookState;
}

/** Why a webhook is not at work as it should be, and what to do; nothing where it is. */
export function WebhookNotice({ webhook, state }: WebhookNoticeProps) {
  const t = useTranslations('webhooks.page');
  const format = useFormatter();
  const at =
    webhook.firstFailedAt === null
      ? ''
      : format.dateTime(new Date(webhook.firstFailedAt), { dateStyle: 'medium', timeStyle: 'short' });
  switch (state) {
    case 'working':
    case 'quiet':
      return null;
    case 'failing':
      return <Notice tone="warning">{t('failingText', { at })}</Notice>;
    case 'paused':
      return <Notice tone="info">{t('pausedText')}</Notice>;
    case 'stopped':
      return <Notice tone="danger">{at === '' ? t('pausedText') : t('stoppedText', { at })}</Notice>;
    case 'locked':
      return <Notice tone="danger">{t('lockedText')}</Notice>;
  }
}
