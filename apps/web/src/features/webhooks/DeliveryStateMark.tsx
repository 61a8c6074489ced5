import { joinClasses } from '@jejak/ui/joinClasses';
import { CircleCheck, CirclePause, CircleX, Clock, RotateCw } from 'lucide-react';
import type { DeliveryState } from './deliveryState.ts';

const looks = {
  PENDING: { Icon: Clock, mark: 'text-muted' },
  RETRYING: { Icon: RotateCw, mark: 'text-warning' },
  HELD: { Icon: CirclePause, mark: 'text-muted' },
  DELIVERED: { Icon: CircleCheck, mark: 'text-positive' },
  FAILED: { Icon: CircleX, mark: 'text-danger' },
} as const satisfies Record<DeliveryState, object>;

/** How far a delivery is, as a sign of its own shape; the word stands beside it. */
export function DeliveryStateMark({ state }: { readonly state: DeliveryState }) {
  const { Icon, mark } = looks[state];
  return <Icon aria-hidden="true" className={joinClasses('mt-[3px] size-[18px] shrink-0', mark)} />;
}
