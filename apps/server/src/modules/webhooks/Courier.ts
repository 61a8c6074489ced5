import type { Post, PostOutcome } from '../../outbound/PostOutcome.ts';
import { signature, signatureHeader } from '../../outbound/signature.ts';
import type { WebhookMetrics } from '../../outbound/WebhookMetrics.ts';
import type { EventLog } from '../../persistence/EventLog.ts';
import type { Delivery } from './Delivery.ts';
import type { ClaimedDelivery, DeliveryRepository } from './DeliveryRepository.ts';
import { typeNames } from './deliveryBody.ts';
import { hasFailedForLong, nextAttempt } from './nextAttempt.ts';
import { readBody } from './readBody.ts';
import type { SecretBox } from './SecretBox.ts';
import type { PauseReason, Webhook } from './Webhook.ts';
import type { WebhookRepository } from './WebhookRepository.ts';

/** What sending deliveries works with. */
export interface CourierOptions {
  readonly webhooks: WebhookRepository;
  readonly deliveries: DeliveryRepository;
  readonly events: Pick<EventLog, 'read'>;
  readonly secrets: SecretBox;
  /** Sends once; never rejects, and ends within seconds. */
  readonly post: (post: Post) => Promise<PostOutcome>;
  readonly metrics: WebhookMetrics;
  readonly report: (error: unknown) => void;
  /** The time, by the database. */
  readonly now: () => Date;
  readonly elapsedMs: () => number;
  readonly random: () => number;
  readonly newClaim: () => string;
}

/** Longer than any attempt: what a node that ended had claimed is taken over then. */
const leaseMs = 30_000;
const atOnceMax = 8;
/** A receiver that is slow holds no others up. */
const atOncePerWebhookMax = 2;

/** Sends what is due, several at once, each by one node. */
export class Courier {
  readonly #options: CourierOptions;
  readonly #running = new Map<Promise<void>, string>();
  #pumping: Promise<void> | null = null;
  #again = false;
  #closed = false;

  constructor(options: CourierOptions) {
    this.#options = options;
  }

  /** Something may be due. */
  wake(): void {
    if (this.#closed) return;
    this.#again = true;
    this.#pumping ??= this.#pump()
      .catch(this.#options.report)
      .finally(() => {
        this.#pumping = null;
        // Somebody woke it in the moment in which it ended.
        if (this.#again) this.wake();
      });
  }

  /** Resolves once nothing is being sent. */
  async idle(): Promise<void> {
    while (this.#pumping !== null || this.#running.size > 0)
      await Promise.all([this.#pumping, ...this.#running.keys()]);
  }

  /** Begins nothing more, and waits for what is being sent. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.idle();
  }

  async #pump(): Promise<void> {
    const { deliveries, newClaim, now } = this.#options;
    while (this.#again && !this.#closed) {
      this.#again = false;
      while (this.#running.size < atOnceMax && !this.#closed) {
        const at = now();
        const delivery = await deliveries.claim({
          now: at,
          until: new Date(at.getTime() + leaseMs),
          claim: newClaim(),
          exceptWebhookIds: this.#busy(),
        });
        if (delivery === null) break;
        this.#start(delivery);
      }
    }
  }

  #busy(): readonly string[] {
    const ids = [...this.#running.values()];
    return [...new Set(ids)].filter((id) => ids.filter((one) => one === id).length >= atOncePerWebhookMax);
  }

  #start(delivery: ClaimedDelivery): void {
    const running = this.#attempt(delivery)
      .catch(this.#options.report)
      .finally(() => {
        this.#running.delete(running);
        this.wake();
      });
    this.#running.set(running, delivery.webhookId);
  }

  async #attempt(delivery: ClaimedDelivery): Promise<void> {
    const { webhooks, deliveries, events, post, metrics, now, elapsedMs } = this.#options;
    const webhook = await webhooks.find(delivery.webhookId);
    if (webhook === null) return deliveries.drop(delivery.id);
    if (webhook.pausedBecause !== null && delivery.type !== 'PING') return deliveries.hold(webhook.id);
    const secrets = this.#secretsOf(webhook, now());
    if (secrets === null) return this.#pause(webhook.id, 'SECRET');
    const body = await readBody(events, delivery);
    if (body === null) return deliveries.drop(delivery.id);
    const at = now();
    const startedAt = elapsedMs();
    const { status, fault } = await post(this.#postOf(secrets, webhook.url, delivery, body, at));
    const ms = Math.round(elapsedMs() - startedAt);
    metrics.attempted(fault ?? 'OK', ms);
    const after = now();
    const attempt = { at, status, fault, ms };
    if (fault === null) {
      await deliveries.settle(delivery, attempt, { state: 'DELIVERED', dueAt: after });
      await webhooks.note(webhook.id, 'success', after);
      return;
    }
    const dueAt = nextAttempt(delivery.tries + 1, delivery.startedAt, after, this.#options.random);
    if (dueAt === null) metrics.gaveUp();
    const next =
      dueAt === null ? ({ state: 'FAILED', dueAt: after } as const) : ({ state: 'PENDING', dueAt } as const);
    await deliveries.settle(delivery, attempt, next);
    const noted = await webhooks.note(webhook.id, 'failure', at);
    if (noted === null || noted.pausedBecause !== null || !hasFailedForLong(noted, after)) return;
    await this.#pause(webhook.id, 'FAILING');
  }

  async #pause(webhookId: string, pausedBecause: PauseReason): Promise<void> {
    const { webhooks, deliveries, metrics } = this.#options;
    if (await webhooks.pause(webhookId, pausedBecause)) metrics.paused();
    await deliveries.hold(webhookId);
  }

  /** What signs now; null where it was encrypted under another key. */
  #secretsOf({ secret, formerSecret }: Webhook, at: Date): readonly string[] | null {
    const { secrets, report } = this.#options;
    const sealed =
      formerSecret !== null && formerSecret.until > at ? [secret, formerSecret.sealed] : [secret];
    try {
      return sealed.map((one) => secrets.open(one));
    } catch (error) {
      report(error);
      return null;
    }
  }

  #postOf(secrets: readonly string[], url: string, { id, type }: Delivery, body: string, at: Date): Post {
    return {
      url,
      body,
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'User-Agent': 'Jejak-Webhooks/1',
        'Jejak-Delivery': id,
        'Jejak-Event': typeNames[type],
        [signatureHeader]: signature(secrets, Math.floor(at.getTime() / 1_000), body),
      },
    };
  }
}
