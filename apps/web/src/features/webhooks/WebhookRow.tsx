'use client';

import { useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import type { MapTitles } from '../../lib/MapTitles.ts';
import { hostOf } from './hostOf.ts';
import type { ListedWebhook } from './ListedWebhook.ts';
import { useAimWords } from './useAimWords.ts';
import { useDeliveryWords } from './useDeliveryWords.ts';
import { WebhookStateMark } from './WebhookStateMark.tsx';
import { webhookState } from './webhookState.ts';

interface WebhookRowProps {
  readonly webhook: ListedWebhook;
  readonly titles: MapTitles;
}

const partsMax = 3;

/** One webhook: where to, how it is doing, what it tells, and what it sent last. All of it leads to its page. */
export function WebhookRow({ webhook, titles }: WebhookRowProps) {
  const t = useTranslations('webhooks.list');
  const aim = useAimWords();
  const words = useDeliveryWords();
  const [last] = webhook.deliveries.nodes;
  return (
    <li className="relative flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 py-3 transition-colors first:rounded-t-panel last:rounded-b-panel hover:bg-hover">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-medium">
          <Link
            id={webhook.id}
            href={`/people/webhooks/${webhook.id}`}
            className="break-all after:absolute after:inset-0"
          >
            {hostOf(webhook.url)}
          </Link>
        </p>
        <p className="text-meta break-all text-muted">{webhook.url}</p>
        <p className="text-pretty break-words">
          {aim.tells(webhook, partsMax)}
          <span aria-hidden="true"> · </span>
          <span className="text-muted">{aim.maps(webhook, titles)}</span>
        </p>
        {last !== undefined && (
          <p className="text-meta break-words text-muted">
            {t('last', { what: words.what(last), state: words.state(last), at: words.at(last.createdAt) })}
          </p>
        )}
      </div>
      <WebhookStateMark state={webhookState(webhook, last !== undefined)} />
    </li>
  );
}
