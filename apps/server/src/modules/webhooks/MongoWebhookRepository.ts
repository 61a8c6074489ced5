import type { Collection, WithId } from 'mongodb';
import type { Connection } from 'mongoose';
import { answered } from '../../persistence/answered.ts';
import type { PauseReason, Webhook, WebhookChange } from './Webhook.ts';
import type { SweepTurn, WebhookRepository } from './WebhookRepository.ts';
import { webhookLimits } from './webhookLimits.ts';

interface WebhookRecord extends Omit<Webhook, 'id'> {
  readonly _id: string;
  readonly sweptTo: Date;
  readonly sweepDueAt: Date;
}

/** Webhooks in MongoDB. */
export class MongoWebhookRepository implements WebhookRepository {
  readonly #webhooks: Collection<WebhookRecord>;

  constructor(connection: Connection) {
    this.#webhooks = connection.collection<WebhookRecord>('webhooks');
  }

  async ensureIndexes(): Promise<void> {
    await this.#webhooks.createIndex({ workspaceId: 1, createdAt: 1 });
    await this.#webhooks.createIndex({ pausedBecause: 1, sweepDueAt: 1 });
  }

  async create({ id, ...webhook }: Webhook): Promise<void> {
    const { createdAt } = webhook;
    await answered(
      this.#webhooks.insertOne({ _id: id, ...webhook, sweptTo: createdAt, sweepDueAt: createdAt }),
    );
  }

  async listOf(workspaceId: string): Promise<readonly Webhook[]> {
    const found = this.#webhooks
      .find({ workspaceId })
      .sort({ createdAt: 1, _id: 1 })
      .limit(2 * webhookLimits.perWorkspaceMax);
    return (await answered(found.toArray())).map(webhookOf);
  }

  async find(id: string): Promise<Webhook | null> {
    return orNull(await answered(this.#webhooks.findOne({ _id: id })));
  }

  async update(id: string, change: WebhookChange): Promise<Webhook | null> {
    const after = { returnDocument: 'after' } as const;
    return orNull(await answered(this.#webhooks.findOneAndUpdate({ _id: id }, { $set: change }, after)));
  }

  async pause(id: string, because: PauseReason): Promise<boolean> {
    const atWork = { _id: id, pausedBecause: null };
    const paused = this.#webhooks.updateOne(atWork, { $set: { pausedBecause: because } });
    return (await answered(paused)).modifiedCount === 1;
  }

  async note(id: string, outcome: 'success' | 'failure', at: Date): Promise<Webhook | null> {
    if (outcome === 'success') return this.update(id, { failedInRow: 0, failingSince: null });
    await answered(this.#webhooks.updateOne({ _id: id, failingSince: null }, { $set: { failingSince: at } }));
    const counted = this.#webhooks.findOneAndUpdate(
      { _id: id },
      { $inc: { failedInRow: 1 } },
      { returnDocument: 'after' },
    );
    return orNull(await answered(counted));
  }

  async remove(id: string): Promise<void> {
    await answered(this.#webhooks.deleteOne({ _id: id }));
  }

  async activeWorkspaces(): Promise<readonly string[]> {
    return answered(this.#webhooks.distinct('workspaceId', { pausedBecause: null }));
  }

  async takeSweep(now: Date, again: Date): Promise<SweepTurn | null> {
    const taken = await answered(
      this.#webhooks.findOneAndUpdate(
        { pausedBecause: null, sweepDueAt: { $lte: now } },
        { $set: { sweepDueAt: again } },
        { sort: { sweepDueAt: 1 } },
      ),
    );
    return taken === null ? null : { webhook: webhookOf(taken), sweptTo: taken.sweptTo };
  }

  async swept(id: string, to: Date): Promise<void> {
    await answered(this.#webhooks.updateOne({ _id: id }, { $max: { sweptTo: to } }));
  }
}

function orNull(record: WithId<WebhookRecord> | null): Webhook | null {
  return record === null ? null : webhookOf(record);
}

function webhookOf(record: WithId<WebhookRecord>): Webhook {
  const { _id: id, sweptTo: _sweptTo, sweepDueAt: _sweepDueAt, ...webhook } = record;
  return { id, ...webhook };
}
