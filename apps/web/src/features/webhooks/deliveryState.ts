import type { DeliveryFieldsFragment, WebhookDeliveryState } from '../../generated/graphql.ts';

/** How far a delivery is, as people are told it. */
export type DeliveryState = WebhookDeliveryState | 'RETRYING';

/** How far a delivery is; one that failed and is sent again is not merely on its way. */
export function deliveryState({ state, attempts }: DeliveryFieldsFragment): DeliveryState {
  return state === 'PENDING' && attempts.at(-1)?.fault != null ? 'RETRYING' : state;
}
