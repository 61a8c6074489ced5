import type { Actor } from '../../auth/Actor.ts';
import { DomainError } from '../../errors/DomainError.ts';
import type { Delivery } from './Delivery.ts';
import { ownedDelivery } from './ownedWebhook.ts';
import type { WebhookPorts } from './WebhookPorts.ts';

/** Sends a delivery once more, with the same id, and tries for a day again. */
export async function redeliver(
  ports: Pick<WebhookPorts, 'webhooks' | 'deliveries' | 'now' | 'wake'>,
  actor: Actor,
  deliveryId: string,
): Promise<Delivery> {
  const { id } = await ownedDelivery(ports, actor, deliveryId);
  const delivery = await ports.deliveries.again(id, ports.now());
  if (delivery === null) throw new DomainError('NOT_FOUND', { field: 'deliveryId' });
  ports.wake();
  return delivery;
}
