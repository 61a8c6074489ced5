'use client';

import { IconButton } from '@jejak/ui/IconButton';
import { Notice } from '@jejak/ui/Notice';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { AwaitedAnswer } from './useAwaitedAnswer.ts';
import { useDeliveryWords } from './useDeliveryWords.ts';

interface PingAnswerProps {
  readonly answer: AwaitedAnswer;
  readonly onClose: () => void;
}

const tones = { sending: 'info', arrived: 'positive', failed: 'danger', held: 'info', late: 'info' } as const;

/** What the receiver answered to a ping, or why there is no answer. */
export function PingAnswer({ answer: { state, delivery }, onClose }: PingAnswerProps) {
  const t = useTranslations('webhooks');
  const words = useDeliveryWords();
  const attempt = delivery.attempts.at(-1);
  const { nextAttemptAt } = delivery;
  return (
    <Notice key={state} tone={tones[state]} announced>
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          {state === 'sending' && t('ping.sending')}
          {(state === 'late' || state === 'held') && t('ping.waiting')}
          {(state === 'arrived' || state === 'failed') && <p className="font-medium">{t(`ping.${state}`)}</p>}
          {(state === 'arrived' || state === 'failed') && attempt !== undefined && (
            <p className="break-words">
              {words.answer(attempt)}, {t('log.took', { ms: attempt.durationMs })}
              {state === 'failed' && nextAttemptAt !== null && (
                <>
                  <span aria-hidden="true"> · </span>
                  {t('log.next', { at: words.soon(nextAttemptAt) })}
                </>
              )}
            </p>
          )}
        </div>
        {state !== 'sending' && (
          <IconButton
            label={t('ping.close')}
            icon={<X className="size-4" />}
            onClick={onClose}
            className="-my-1.5 -mr-2"
          />
        )}
      </div>
    </Notice>
  );
}
