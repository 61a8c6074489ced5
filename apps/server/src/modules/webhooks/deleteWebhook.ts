import type { Actor } from '../../auth/Actor.ts';
import { ownedWebhook } from './ownedWebhook.ts';
import type { Webhook } from './Webhook.ts';
import type { WebhookPorts } from './WebhookPorts.ts';

/** Ends a webhook: nothing more is sent, and its deliveries are gone. */
export async function deleteWebhook(
  ports: Pick<WebhookPorts, 'webhooks' | 'deliveries'>,
  actor: Actor,
  webhookId: string,
): Promise<Webhook> {
  const webhook = await ownedWebhook(ports, actor, webhookId);
  await ports.webhooks.remove(webhook.id);
  await ports.deliveries.removeWebhook(webhook.id);
  return webhook;
}
