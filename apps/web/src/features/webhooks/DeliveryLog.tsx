'use client';

import { Button } from '@jejak/ui/Button';
import { EmptyState } from '@jejak/ui/EmptyState';
import { Notice } from '@jejak/ui/Notice';
import { useToast } from '@jejak/ui/Toast';
import { RefreshCw, Send } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { DeliveryFieldsFragment } from '../../generated/graphql.ts';
import { useErrorText } from '../../lib/errorText.ts';
import type { MapTitles } from '../../lib/MapTitles.ts';
import { DeliveryRow } from './DeliveryRow.tsx';
import type { LiveLog } from './useWebhookLog.ts';

interface DeliveryLogProps {
  readonly workspaceId: string;
  readonly log: LiveLog;
  readonly titles: MapTitles;
  /** The delivery that is being sent again. */
  readonly sendingId: string | null;
  readonly onSendAgain: (delivery: DeliveryFieldsFragment) => void;
}

/** What was sent and is to be sent, newest first, page by page. */
export function DeliveryLog({ workspaceId, log, titles, sendingId, onSendAgain }: DeliveryLogProps) {
  const t = useTranslations('webhooks.log');
  const common = useTranslations('common');
  const errorText = useErrorText();
  const toast = useToast();
  const [isLooking, setIsLooking] = useState(false);
  const look = async () => {
    setIsLooking(true);
    const isFresh = await log.refresh();
    setIsLooking(false);
    if (isFresh) toast({ text: t('refreshed') });
  };
  return (
    <section aria-labelledby="deliveries" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div className="min-w-0 flex-1 basis-72">
          <h2 id="deliveries" className="text-lead font-semibold">
            {t('title')}
          </h2>
          <p className="text-meta text-muted text-pretty">{t('text')}</p>
        </div>
        <Button
          busy={isLooking}
          icon={<RefreshCw aria-hidden="true" className="size-4" />}
          onClick={() => void look()}
        >
          {t('refresh')}
        </Button>
      </div>
      {log.failure !== null && (
        <Notice tone="danger" announced>
          <span className="flex flex-wrap items-center justify-between gap-2">
            {log.failure.code === 'UNREACHABLE'
              ? t('unreachable')
              : `${t('stale')} ${errorText(log.failure)}`}
            <Button onClick={() => void look()}>{common('tryAgain')}</Button>
          </span>
        </Notice>
      )}
      {log.deliveries.length === 0 ? (
        <div className="rounded-panel border border-line">
          <EmptyState
            title={t('emptyTitle')}
            text={t('emptyText')}
            headingLevel={3}
            picture={<Send aria-hidden="true" className="size-8 text-muted" strokeWidth={1.5} />}
          />
        </div>
      ) : (
        <ol
          aria-label={t('list')}
          className="divide-y divide-line overflow-clip rounded-panel border border-line bg-raised"
        >
          {log.deliveries.map((delivery) => (
            <DeliveryRow
              key={delivery.id}
              workspaceId={workspaceId}
              webhookId={log.webhook.id}
              delivery={delivery}
              titles={titles}
              busy={sendingId === delivery.id}
              onSendAgain={() => onSendAgain(delivery)}
            />
          ))}
        </ol>
      )}
      {log.olderAfter !== null && (
        <Button className="self-center" busy={log.isLoadingOlder} onClick={() => void log.loadOlder()}>
          {t('older')}
        </Button>
      )}
    </section>
  );
}
