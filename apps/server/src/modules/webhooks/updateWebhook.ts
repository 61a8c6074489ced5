import type { EventKind } from '@jejak/journey-events';
import type { Actor } from '../../auth/Actor.ts';
import { DomainError } from '../../errors/DomainError.ts';
import { ownedWebhook } from './ownedWebhook.ts';
import type { Webhook, WebhookChange } from './Webhook.ts';
import type { WebhookPorts } from './WebhookPorts.ts';
import { checkedAim } from './webhookInput.ts';

/** What is to be different of a webhook; what is left out stays, null is all kinds or all maps. */
export interface WebhookUpdate {
  readonly webhookId: string;
  readonly url?: string | null | undefined;
  readonly kinds?: readonly EventKind[] | null | undefined;
  readonly mapIds?: readonly string[] | null | undefined;
  readonly isPaused?: boolean | null | undefined;
}

/** Changes a webhook. One that goes on is sent what happened meanwhile, as far as it is kept. */
export async function updateWebhook(
  ports: WebhookPorts,
  actor: Actor,
  { webhookId, url, kinds, mapIds, isPaused }: WebhookUpdate,
): Promise<Webhook> {
  const { webhooks, deliveries, now, wake } = ports;
  const before = await ownedWebhook(ports, actor, webhookId);
  const aim = await checkedAim(ports, actor, before.workspaceId, {
    url: url ?? before.url,
    kinds: kinds === undefined ? before.kinds : kinds,
    mapIds: mapIds === undefined ? null : mapIds,
  });
  const change: WebhookChange = {
    url: aim.url,
    kinds: aim.kinds,
    ...(mapIds === undefined ? {} : { mapIds: aim.mapIds }),
    ...(isPaused === true && before.pausedBecause === null ? { pausedBecause: 'PERSON' } : {}),
    ...(isPaused === false ? { pausedBecause: null, failedInRow: 0, failingSince: null } : {}),
  };
  const after = await webhooks.update(webhookId, change);
  if (after === null) throw new DomainError('NOT_FOUND', { field: 'webhookId' });
  if (isPaused === true) await deliveries.hold(webhookId);
  if (isPaused === false) await deliveries.release(webhookId, now());
  wake();
  return after;
}
