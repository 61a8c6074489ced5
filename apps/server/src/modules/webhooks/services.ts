import type { GraphqlContext } from '../../graphql/Context.ts';
import { mapPorts } from '../maps/services.ts';
import type { WebhookPorts, WebhookServices } from './WebhookPorts.ts';

declare module '../../graphql/Context.ts' {
  interface Services {
    /** Where workspaces want to be told what happens. */
    readonly webhooks: WebhookServices;
  }
}

/** What the use cases of webhooks need, out of a request. */
export function webhookPorts(context: GraphqlContext): WebhookPorts {
  const { maps, liveMaps, now } = mapPorts(context);
  return { maps, liveMaps, now, ...context.services.webhooks };
}
