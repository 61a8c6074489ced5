import type { WebhookFieldsFragment } from '../../generated/graphql.ts';

/**
 * How a webhook is doing: at work, at work without anything to show for it, failing, or paused by somebody, after
 * failing, or for lack of a secret.
 */
export type WebhookState = 'working' | 'quiet' | 'failing' | 'paused' | 'stopped' | 'locked';

/** How a webhook is doing; `hasDeliveries`: its log shows any. */
export function webhookState(
  { pausedBecause, firstFailedAt }: Pick<WebhookFieldsFragment, 'pausedBecause' | 'firstFailedAt'>,
  hasDeliveries: boolean,
): WebhookState {
  switch (pausedBecause) {
    case 'PERSON':
      return 'paused';
    case 'FAILING':
      return 'stopped';
    case 'SECRET':
      return 'locked';
    case null:
      if (firstFailedAt !== null) return 'failing';
      return hasDeliveries ? 'working' : 'quiet';
  }
}
