import type { Actor } from '../../auth/Actor.ts';
import { permit } from '../../auth/permit.ts';
import { DomainError } from '../../errors/DomainError.ts';
import type { Delivery } from './Delivery.ts';
import type { Webhook } from './Webhook.ts';
import type { WebhookPorts } from './WebhookPorts.ts';

/** A webhook of a workspace whose webhooks one manages; absent and foreign ones answer alike. */
export async function ownedWebhook(
  { webhooks }: Pick<WebhookPorts, 'webhooks'>,
  actor: Actor,
  webhookId: string,
): Promise<Webhook> {
  const webhook = await webhooks.find(webhookId);
  permit(actor, 'webhooks:manage', { workspaceId: webhook?.workspaceId ?? null });
  if (webhook === null) throw new DomainError('NOT_FOUND', { field: 'webhookId' });
  return webhook;
}

/** A delivery of such a webhook. */
export async function ownedDelivery(
  ports: Pick<WebhookPorts, 'webhooks' | 'deliveries'>,
  actor: Actor,
  deliveryId: string,
): Promise<Delivery> {
  const delivery = await ports.deliveries.find(deliveryId);
  permit(actor, 'webhooks:manage', { workspaceId: delivery?.workspaceId ?? null });
  if (delivery === null) throw new DomainError('NOT_FOUND', { field: 'deliveryId' });
  return delivery;
}
