import { useFormatter, useTranslations } from 'next-intl';
import type { DeliveryFieldsFragment } from '../../generated/graphql.ts';
import { deliveryState } from './deliveryState.ts';

/** One attempt at a delivery. */
export type Attempt = DeliveryFieldsFragment['attempts'][number];

/** The words for deliveries and what was answered to them. */
export interface DeliveryWords {
  /** What it tells. */
  readonly what: (delivery: DeliveryFieldsFragment) => string;
  readonly state: (delivery: DeliveryFieldsFragment) => string;
  /** What the receiver answered, or why there is no answer. */
  readonly answer: (attempt: Attempt) => string;
  /** When, to the second. */
  readonly at: (time: string) => string;
  /** When within the next hours. */
  readonly soon: (time: string) => string;
}

/** The words for deliveries in the language of the page. */
export function useDeliveryWords(): DeliveryWords {
  const t = useTranslations('webhooks');
  const format = useFormatter();
  return {
    what({ type, eventKinds, eventCount }) {
      if (type === 'PING') return t('log.ping');
      const [only, ...others] = eventKinds;
      if (type === 'MISSED' || only === undefined) return t('log.missed');
      const name = t(`kinds.${only}`);
      return eventCount === 1 && others.length === 0
        ? name
        : t('log.several', {
            kinds: format.list(
              eventKinds.map((kind) => t(`kinds.${kind}`)),
              { type: 'unit', style: 'short' },
            ),
            count: eventCount,
          });
    },
    state: (delivery) => t(`log.states.${deliveryState(delivery)}`),
    answer: ({ fault, statusCode }) => t(`answer.${fault ?? 'OK'}`, { status: String(statusCode ?? '') }),
    at: (time) => format.dateTime(new Date(time), { dateStyle: 'medium', timeStyle: 'medium' }),
    soon: (time) => format.dateTime(new Date(time), { timeStyle: 'medium' }),
  };
}
