export {
  type VerifyOptions,
  verifyWebhook,
  type WebhookHeaders,
  type WebhookVerdict,
} from './verifyWebhook.ts';
export type { WebhookDelivery, WebhookEvent } from './WebhookDelivery.ts';
