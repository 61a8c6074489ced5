import type { Actor } from '../../auth/Actor.ts';
import { type Connection, connection, pageSize } from '../../graphql/connection.ts';
import { decodeCursor, encodeCursor } from '../../graphql/cursor.ts';
import { refusal } from '../../graphql/refusal.ts';
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
  {
    first,
    after,
  }: { readonly first?: number | null | undefined; readonly after?: string | null | undefined },
): Promise<Connection<Delivery>> {
  await ownedWebhook(ports, actor, webhookId);
  const size = pageSize(first, deliveryPages.firstMax, deliveryPages.firstDefault);
  const entries = await ports.deliveries.page(webhookId, after == null ? null : placeOf(after), size + 1);
  return connection({
    entries,
    size,
    hasPreviousPage: after != null,
    totalCount: () => ports.deliveries.count(webhookId),
    cursorOf: ({ createdAt, id }) => encodeCursor([createdAt.toISOString(), id]),
  });
}

function placeOf(cursor: string): { readonly at: Date; readonly id: string } {
  const [time = '', id = ''] = decodeCursor(cursor, 2);
  const at = new Date(time);
  if (Number.isNaN(at.getTime())) throw refusal('INVALID_CURSOR', { field: 'after' });
  return { at, id };
}
