import type { Actor } from '../../auth/Actor.ts';
import type { Connection } from '../../graphql/connection.ts';
import type { PageArgs } from '../../graphql/listPage.ts';
import { momentPage } from '../../graphql/momentPage.ts';
import type { Delivery } from './Delivery.ts';
import { ownedWebhook } from './ownedWebhook.ts';
import type { WebhookPorts } from './WebhookPorts.ts';

/** Bounds of a page of deliveries. */
export const deliveryPages = { firstMax: 100, firstDefault: 20 } as const;

/** A page of the deliveries of a webhook, newest first. */
export async function deliveryPage(
  ports: Pick<WebhookPorts, 'webhooks' | 'deliveries'>,
  actor: Actor,
  webhookId: string,
  args: PageArgs,
): Promise<Connection<Delivery>> {
  await ownedWebhook(ports, actor, webhookId);
  return momentPage(args, deliveryPages, {
    read: (after, limit) => ports.deliveries.page(webhookId, after, limit),
    total: () => ports.deliveries.count(webhookId),
    placeOf: ({ createdAt, id }) => ({ at: createdAt, id }),
  });
}
