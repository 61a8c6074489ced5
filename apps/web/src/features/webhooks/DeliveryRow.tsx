'use client';

import { ChevronDown } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { DeliveryFieldsFragment } from '../../generated/graphql.ts';
import { localText } from '../../lib/localText.ts';
import type { MapTitles } from '../../lib/MapTitles.ts';
import { DeliveryDetails } from './DeliveryDetails.tsx';
import { DeliveryStateMark } from './DeliveryStateMark.tsx';
import { deliveryState } from './deliveryState.ts';
import { useDeliveryWords } from './useDeliveryWords.ts';

interface DeliveryRowProps {
  readonly workspaceId: string;
  readonly webhookId: string;
  readonly delivery: DeliveryFieldsFragment;
  readonly titles: MapTitles;
  readonly busy: boolean;
  readonly onSendAgain: () => void;
}

/** One delivery: what it told and how far it is in two lines, and all about it once it is opened. */
export function DeliveryRow(props: DeliveryRowProps) {
  const { delivery, titles } = props;
  const t = useTranslations('webhooks.log');
  const common = useTranslations('webhooks.page');
  const locale = useLocale();
  const words = useDeliveryWords();
  const { mapId, attempts, nextAttemptAt } = delivery;
  const title = mapId === null ? undefined : titles[mapId];
  const last = attempts.at(-1);
  const state = deliveryState(delivery);
  const parts = [
    words.state(delivery),
    last === undefined ? null : words.answer(last),
    attempts.length > 1 ? t('attempts', { count: attempts.length }) : null,
    state === 'RETRYING' && nextAttemptAt !== null ? t('next', { at: words.soon(nextAttemptAt) }) : null,
  ].filter((part) => part !== null);
  return (
    <li>
      <details className="group">
        <summary className="flex cursor-pointer list-none items-start gap-2.5 px-4 py-3 transition-colors group-first:rounded-t-panel hover:bg-hover focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden">
          <DeliveryStateMark state={state} />
          <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-4">
            <span className="min-w-0 flex-1 basis-64">
              <span className="block font-medium break-words">
                {words.what(delivery)}
                {mapId !== null && (
                  <span className="font-normal text-muted">
                    <span aria-hidden="true"> · </span>
                    {title === undefined ? common('mapGone') : localText(title, locale).text}
                  </span>
                )}
              </span>
              <span className="block text-meta break-words text-muted">
                {parts.map((part, at) => (
                  <span key={part}>
                    {at > 0 && <span aria-hidden="true"> · </span>}
                    {part}
                  </span>
                ))}
              </span>
            </span>
            <time dateTime={delivery.createdAt} className="text-meta text-muted tabular-nums">
              {words.at(delivery.createdAt)}
            </time>
          </span>
          <ChevronDown
            aria-hidden="true"
            className="mt-[3px] size-[18px] shrink-0 text-muted transition-transform group-open:rotate-180"
          />
        </summary>
        <DeliveryDetails {...props} />
      </details>
    </li>
  );
}
