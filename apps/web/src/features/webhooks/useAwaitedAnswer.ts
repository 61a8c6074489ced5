'use client';

import { useEffect, useState } from 'react';
import type { DeliveryFieldsFragment } from '../../generated/graphql.ts';

/** How it stands with a delivery somebody has just sent: answered, held back, or not yet known. */
export type AwaitedAnswer =
  | { readonly state: 'sending'; readonly delivery: DeliveryFieldsFragment }
  | { readonly state: 'arrived' | 'failed' | 'held' | 'late'; readonly delivery: DeliveryFieldsFragment };

/** A receiver has five seconds, and two may pass before it is sent. */
const waitMsMax = 10_000;

const lastAttemptOf = ({ attempts }: DeliveryFieldsFragment): string | null =>
  attempts.at(-1)?.attemptedAt ?? null;

interface Awaited {
  readonly sent: DeliveryFieldsFragment;
  readonly isLate: boolean;
}

/** Waits for the answer to a delivery, as the log tells it, for as long as one may take. */
export function useAwaitedAnswer(): {
  /** null: nothing is waited for. */
  readonly answerIn: (deliveries: readonly DeliveryFieldsFragment[]) => AwaitedAnswer | null;
  readonly awaitAnswer: (sent: DeliveryFieldsFragment) => void;
  readonly forget: () => void;
} {
  const [awaited, setAwaited] = useState<Awaited | null>(null);
  const sent = awaited?.sent;
  useEffect(() => {
    if (sent === undefined) return;
    const timer = setTimeout(
      () => setAwaited((one) => (one?.sent === sent ? { sent, isLate: true } : one)),
      waitMsMax,
    );
    return () => clearTimeout(timer);
  }, [sent]);
  return {
    answerIn(deliveries) {
      if (awaited === null) return null;
      const delivery = deliveries.find(({ id }) => id === awaited.sent.id) ?? awaited.sent;
      if (lastAttemptOf(delivery) !== lastAttemptOf(awaited.sent))
        return { state: delivery.attempts.at(-1)?.fault == null ? 'arrived' : 'failed', delivery };
      if (delivery.state === 'HELD') return { state: 'held', delivery };
      return { state: awaited.isLate ? 'late' : 'sending', delivery };
    },
    awaitAnswer: (delivery) => setAwaited({ sent: delivery, isLate: false }),
    forget: () => setAwaited(null),
  };
}
