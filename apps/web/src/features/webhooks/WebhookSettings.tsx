'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { WebhookFieldsFragment } from '../../generated/graphql.ts';
import type { MapTitles } from '../../lib/MapTitles.ts';
import { useAimWords } from './useAimWords.ts';

interface WebhookSettingsProps {
  readonly webhook: WebhookFieldsFragment;
  readonly titles: MapTitles;
  /** Who is in the workspace, by id: whoever made it may have left. */
  readonly names: Readonly<Record<string, string>>;
}

/** What a webhook is set to, in words. */
export function WebhookSettings({ webhook, titles, names }: WebhookSettingsProps) {
  const t = useTranslations('webhooks.page');
  const aim = useAimWords();
  const format = useFormatter();
  const made = format.dateTime(new Date(webhook.createdAt), { dateStyle: 'long' });
  return (
    <dl className="grid gap-x-6 gap-y-3 rounded-panel border border-line bg-raised p-4 sm:grid-cols-[auto_1fr] sm:p-5">
      <Line term={t('address')}>
        <span className="break-all">{webhook.url}</span>
      </Line>
      <Line term={t('tells')}>{aim.tells(webhook)}</Line>
      <Line term={t('maps')}>{aim.maps(webhook, titles)}</Line>
      <Line term={t('made')}>
        {t('madeBy', { name: names[webhook.createdById] ?? t('makerLeft'), at: made })}
      </Line>
    </dl>
  );
}

function Line({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className="sm:col-span-2 sm:grid sm:grid-cols-subgrid">
      <dt className="text-muted">{term}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}
