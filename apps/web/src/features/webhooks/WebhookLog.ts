import type {
  DeliveryFieldsFragment,
  WebhookFieldsFragment,
  WebhookLogFieldsFragment,
} from '../../generated/graphql.ts';

/** A webhook and what of its log is shown, newest first. */
export interface WebhookLog {
  readonly webhook: WebhookFieldsFragment;
  readonly deliveries: readonly DeliveryFieldsFragment[];
  /** Where older ones begin; null: there are none. */
  readonly olderAfter: string | null;
}

/** The log as one answer has it. */
export function readLog({ deliveries, ...webhook }: WebhookLogFieldsFragment): WebhookLog {
  const { nodes, pageInfo } = deliveries;
  return { webhook, deliveries: nodes, olderAfter: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}

const isOlder = (one: DeliveryFieldsFragment, other: DeliveryFieldsFragment | undefined): boolean =>
  other !== undefined &&
  (one.createdAt < other.createdAt || (one.createdAt === other.createdAt && one.id < other.id));

/**
 * The log with its newest part as it is now. What stands behind that part stays as it was, unless so much came in
 * between that the two do not touch.
 */
export function withNewest(known: WebhookLog, newest: WebhookLog): WebhookLog {
  const ids = new Set(newest.deliveries.map(({ id }) => id));
  const touches = known.deliveries.some(({ id }) => ids.has(id));
  const last = newest.deliveries.at(-1);
  const behind = touches ? known.deliveries.filter((one) => !ids.has(one.id) && isOlder(one, last)) : [];
  if (newest.olderAfter === null || behind.length === 0) return newest;
  return { ...newest, deliveries: [...newest.deliveries, ...behind], olderAfter: known.olderAfter };
}

/** The log with a page of older deliveries behind what is shown. */
export function withOlder(known: WebhookLog, older: WebhookLog): WebhookLog {
  const ids = new Set(known.deliveries.map(({ id }) => id));
  const more = older.deliveries.filter(({ id }) => !ids.has(id));
  return { ...older, deliveries: [...known.deliveries, ...more] };
}

/** The log with one delivery as it is now, on top where it is new. */
export function withDelivery(known: WebhookLog, delivery: DeliveryFieldsFragment): WebhookLog {
  const { deliveries } = known;
  return deliveries.some(({ id }) => id === delivery.id)
    ? { ...known, deliveries: deliveries.map((one) => (one.id === delivery.id ? delivery : one)) }
    : { ...known, deliveries: [delivery, ...deliveries] };
}
