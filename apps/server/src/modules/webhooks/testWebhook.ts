import type { Actor } from '../../auth/Actor.ts';
import { type Delivery, noEvents } from './Delivery.ts';
import { ownedWebhook } from './ownedWebhook.ts';
import type { WebhookPorts } from './WebhookPorts.ts';

/** Sends a ping, also where the webhook is paused: whether it arrives is told by its delivery. */
export async function testWebhook(
  ports: Pick<WebhookPorts, 'webhooks' | 'deliveries' | 'newDeliveryId' | 'now' | 'wake'>,
  actor: Actor,
  webhookId: string,
): Promise<Delivery> {
  const { workspaceId } = await ownedWebhook(ports, actor, webhookId);
  const id = ports.newDeliveryId();
  const at = ports.now();
  const delivery: Delivery = {
    id,
    webhookId,
    workspaceId,
    mapId: null,
    type: 'PING',
    slice: null,
    content: noEvents,
    key: id,
    state: 'PENDING',
    createdAt: at,
    startedAt: at,
    dueAt: at,
    tries: 0,
    attempts: [],
  };
  await ports.deliveries.enqueue(delivery);
  ports.wake();
  return delivery;
}
