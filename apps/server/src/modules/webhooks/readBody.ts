import type { EventLog } from '../../persistence/EventLog.ts';
import type { Delivery } from './Delivery.ts';
import { deliveryBody } from './deliveryBody.ts';

/** What is sent with a delivery, made from the log of events; null where what it would tell is gone. */
export async function readBody(events: Pick<EventLog, 'read'>, delivery: Delivery): Promise<string | null> {
  const { mapId, slice } = delivery;
  if (mapId === null || slice === null) return deliveryBody(delivery, null);
  const [batch = null] = await events.read({ mapId, from: slice.n, order: 'ascending', max: 1 });
  return deliveryBody(delivery, batch);
}
