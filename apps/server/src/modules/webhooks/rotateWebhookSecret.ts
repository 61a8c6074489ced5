import type { Actor } from '../../auth/Actor.ts';
import { DomainError } from '../../errors/DomainError.ts';
import type { WebhookWithSecret } from './createWebhook.ts';
import { ownedWebhook } from './ownedWebhook.ts';
import type { WebhookPorts } from './WebhookPorts.ts';
import { webhookLimits } from './webhookLimits.ts';

const hourMs = 60 * 60_000;

/** Gives a webhook another secret; for a day both sign, so that a receiver can change in between. */
export async function rotateWebhookSecret(
  ports: Pick<WebhookPorts, 'webhooks' | 'secrets' | 'newSecret' | 'now'>,
  actor: Actor,
  webhookId: string,
): Promise<WebhookWithSecret> {
  const before = await ownedWebhook(ports, actor, webhookId);
  const secret = ports.newSecret();
  const until = new Date(ports.now().getTime() + webhookLimits.formerSecretHours * hourMs);
  const webhook = await ports.webhooks.update(webhookId, {
    secret: ports.secrets.seal(secret),
    formerSecret: { sealed: before.secret, until },
  });
  if (webhook === null) throw new DomainError('NOT_FOUND', { field: 'webhookId' });
  return { webhook, secret };
}
