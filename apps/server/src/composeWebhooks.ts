import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import { newRecordId, newSecretToken } from './auth/secretToken.ts';
import type { Config } from './config/Config.ts';
import type { EventDeriver } from './events/EventDeriver.ts';
import type { MapRepository } from './modules/maps/MapRepository.ts';
import { Courier } from './modules/webhooks/Courier.ts';
import { Enqueuer } from './modules/webhooks/Enqueuer.ts';
import { MongoDeliveryRepository } from './modules/webhooks/MongoDeliveryRepository.ts';
import { MongoWebhookRepository } from './modules/webhooks/MongoWebhookRepository.ts';
import { readBody } from './modules/webhooks/readBody.ts';
import { SecretBox } from './modules/webhooks/SecretBox.ts';
import type { WebhookServices } from './modules/webhooks/WebhookPorts.ts';
import { WebhookWork } from './modules/webhooks/WebhookWork.ts';
import { webhookLimits } from './modules/webhooks/webhookLimits.ts';
import { AllowedHosts } from './outbound/AllowedHosts.ts';
import { type PostRules, postSafely } from './outbound/postSafely.ts';
import type { WebhookMetrics } from './outbound/WebhookMetrics.ts';
import type { EventLog } from './persistence/EventLog.ts';
import type { LiveMaps } from './rooms/LiveMaps.ts';

/** What webhooks stand on. */
export interface WebhookParts {
  readonly connection: Connection;
  readonly config: Pick<Config, 'authSecret' | 'webhooksAllowedHosts'>;
  readonly liveMaps: Pick<LiveMaps, 'onAnyChange'>;
  readonly maps: MapRepository;
  readonly deriver: Pick<EventDeriver, 'derive'>;
  readonly events: EventLog;
  readonly metrics: WebhookMetrics;
  readonly report: (error: unknown) => void;
  readonly now: () => Date;
  readonly elapsedMs: () => number;
  /** How names are resolved and whose certificates are believed; as this machine does unless told. */
  readonly sending?: Pick<PostRules, 'resolve' | 'authorities' | 'msMax'>;
}

/** Webhooks, put together. */
export interface Webhooks {
  readonly services: WebhookServices;
  readonly work: WebhookWork;
  readonly enqueuer: Enqueuer;
  readonly courier: Courier;
  /** Lets go of deliveries that are not listed any more. */
  expire(): Promise<void>;
}

const dayMs = 24 * 60 * 60_000;

/** Joins webhooks to their adapters. */
export async function composeWebhooks(parts: WebhookParts): Promise<Webhooks> {
  const { connection, config, now } = parts;
  const webhooks = new MongoWebhookRepository(connection);
  const deliveries = new MongoDeliveryRepository(connection);
  await Promise.all([webhooks.ensureIndexes(), deliveries.ensureIndexes()]);
  const secrets = new SecretBox(config.authSecret);
  const allowed = new AllowedHosts(config.webhooksAllowedHosts);
  const newDeliveryId = () => newRecordId('whd');
  const enqueuer = new Enqueuer({ ...parts, webhooks, deliveries, newDeliveryId });
  const courier = new Courier({
    ...parts,
    webhooks,
    deliveries,
    secrets,
    post: (post) => postSafely(post, { ...parts.sending, allowed }),
    random: Math.random,
    newClaim: () => randomBytes(12).toString('base64url'),
  });
  const work = new WebhookWork({ ...parts, webhooks, deliveries, enqueuer, courier });
  const services: WebhookServices = {
    webhooks,
    deliveries,
    secrets,
    allowed,
    newWebhookId: () => newRecordId('whk'),
    newDeliveryId,
    newSecret: () => `whsec_${newSecretToken()}`,
    bodyOf: (delivery) => readBody(parts.events, delivery),
    wake: () => courier.wake(),
  };
  return {
    services,
    work,
    enqueuer,
    courier,
    expire: () => deliveries.expire(new Date(now().getTime() - webhookLimits.deliveriesKeptDays * dayMs)),
  };
}
