import type { EventKind } from '@jejak/journey-events';
import type { Actor } from '../../auth/Actor.ts';
import { permit } from '../../auth/permit.ts';
import { DomainError } from '../../errors/DomainError.ts';
import type { Webhook } from './Webhook.ts';
import type { WebhookPorts } from './WebhookPorts.ts';
import { checkedAim } from './webhookInput.ts';
import { webhookLimits } from './webhookLimits.ts';

/** A webhook as its maker asks for it. */
export interface NewWebhook {
  readonly workspaceId: string;
  readonly url: string;
  readonly kinds?: readonly EventKind[] | null | undefined;
  readonly mapIds?: readonly string[] | null | undefined;
}

/** A webhook and its secret, told this once. */
export interface WebhookWithSecret {
  readonly webhook: Webhook;
  readonly secret: string;
}

/** Makes a webhook, unless the workspace has too many; it is told of what happens from now on. */
export async function createWebhook(
  ports: WebhookPorts,
  actor: Actor,
  { workspaceId, url, kinds = null, mapIds = null }: NewWebhook,
): Promise<WebhookWithSecret> {
  const { webhooks, secrets, now } = ports;
  const { userId } = permit(actor, 'webhooks:manage', { workspaceId });
  const aim = await checkedAim(ports, actor, workspaceId, { url, kinds, mapIds });
  const max = webhookLimits.perWorkspaceMax;
  const tooMany = () => new DomainError('LIMIT', { messageKey: 'errors.tooManyWebhooks' });
  if ((await webhooks.listOf(workspaceId)).length >= max) throw tooMany();
  const secret = ports.newSecret();
  const webhook: Webhook = {
    ...aim,
    id: ports.newWebhookId(),
    workspaceId,
    pausedBecause: null,
    failedInRow: 0,
    failingSince: null,
    createdBy: userId,
    createdAt: now(),
    secret: secrets.seal(secret),
    formerSecret: null,
  };
  await webhooks.create(webhook);
  // Of several at one moment each sees those that stand: never one too many, perhaps one too few.
  if ((await webhooks.listOf(workspaceId)).length > max) {
    await webhooks.remove(webhook.id);
    throw tooMany();
  }
  return { webhook, secret };
}
