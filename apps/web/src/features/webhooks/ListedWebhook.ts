import type { WebhooksQuery } from '../../generated/graphql.ts';

/** A webhook as the list shows it, with the last thing it sent. */
export type ListedWebhook = NonNullable<WebhooksQuery['workspace']>['webhooks'][number];
