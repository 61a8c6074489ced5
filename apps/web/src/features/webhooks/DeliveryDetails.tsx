'use client';

import { Button } from '@jejak/ui/Button';
import { RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { DeliveryFieldsFragment } from '../../generated/graphql.ts';
import { DeliveryBody } from './DeliveryBody.tsx';
import { useDeliveryWords } from './useDeliveryWords.ts';

interface DeliveryDetailsProps {
  readonly workspaceId: string;
  readonly webhookId: string;
  readonly delivery: DeliveryFieldsFragment;
  readonly busy: boolean;
  readonly onSendAgain: () => void;
}

/** All about one delivery: its id, each attempt with its answer, what was sent, and sending it again. */
export function DeliveryDetails(props: DeliveryDetailsProps) {
  const { workspaceId, webhookId, delivery, busy, onSendAgain } = props;
  const t = useTranslations('webhooks.log');
  const words = useDeliveryWords();
  const { id, type, state, attempts, createdAt } = delivery;
  // What waits for the webhook to go on, or was never sent, is sent without being asked for.
  const maySendAgain = state !== 'HELD' && attempts.length > 0;
  return (
    <div className="flex flex-col gap-4 pr-4 pb-4 pl-4 sm:pl-11">
      {type === 'MISSED' && <p className="max-w-prose text-muted text-pretty">{t('missedText')}</p>}
      <dl className="flex flex-col gap-3">
        <div>
          <dt className="text-meta font-medium">{t('attemptList')}</dt>
          <dd>
            {attempts.length === 0 ? (
              <p className="text-meta text-muted">{t('noAttempts')}</p>
            ) : (
              <ol className="text-meta">
                {attempts.map((attempt) => (
                  <li
                    key={attempt.attemptedAt}
                    className="flex flex-wrap gap-x-3 border-line border-b py-1 last:border-b-0"
                  >
                    <time dateTime={attempt.attemptedAt} className="text-muted tabular-nums">
                      {words.at(attempt.attemptedAt)}
                    </time>
                    <span className="min-w-0 flex-1 basis-40 break-words">{words.answer(attempt)}</span>
                    <span className="text-muted tabular-nums">{t('took', { ms: attempt.durationMs })}</span>
                  </li>
                ))}
              </ol>
            )}
          </dd>
        </div>
        <div>
          <dt className="text-meta font-medium">{t('id')}</dt>
          <dd className="text-meta text-muted">
            <code className="break-all text-ink select-all">{id}</code>
            <span aria-hidden="true"> · </span>
            {t('idHint')}
          </dd>
        </div>
      </dl>
      <div className="flex flex-wrap items-start gap-2">
        {maySendAgain && (
          <Button
            busy={busy}
            icon={<RotateCw aria-hidden="true" className="size-4" />}
            aria-label={t('sendAgainLabel', { what: words.what(delivery), at: words.at(createdAt) })}
            onClick={onSendAgain}
          >
            {t('sendAgain')}
          </Button>
        )}
        <DeliveryBody workspaceId={workspaceId} webhookId={webhookId} deliveryId={id} />
      </div>
    </div>
  );
}
