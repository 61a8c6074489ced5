import type { AllowedHosts } from '../../outbound/AllowedHosts.ts';
import type { MapPorts } from '../maps/MapHandle.ts';
import type { Delivery } from './Delivery.ts';
import type { DeliveryRepository } from './DeliveryRepository.ts';
import type { SecretBox } from './SecretBox.ts';
import type { WebhookRepository } from './WebhookRepository.ts';

/** What webhooks add to what a request can use. */
export interface WebhookServices {
  readonly webhooks: WebhookRepository;
  readonly deliveries: DeliveryRepository;
  readonly secrets: SecretBox;
  readonly allowed: AllowedHosts;
  readonly newWebhookId: () => string;
  readonly newDeliveryId: () => string;
  readonly newSecret: () => string;
  /** What is sent with a delivery; null where what it would tell is gone. */
  readonly bodyOf: (delivery: Delivery) => Promise<string | null>;
  /** Something may be due. */
  readonly wake: () => void;
}

/** What the use cases of webhooks work with. */
export interface WebhookPorts extends MapPorts, WebhookServices {
  readonly now: () => Date;
}
