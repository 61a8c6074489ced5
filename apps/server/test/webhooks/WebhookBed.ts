import { randomBytes } from 'node:crypto';
import { WebhookReceiver } from '@jejak/testbed';
import { type Connection, createConnection } from 'mongoose';
import { composeWebhooks, type WebhookParts, type Webhooks } from '../../src/composeWebhooks.ts';
import type { MapRecord } from '../../src/modules/maps/MapRecord.ts';
import type { Webhook } from '../../src/modules/webhooks/Webhook.ts';
import type { WebhookMetrics } from '../../src/outbound/WebhookMetrics.ts';
import {
  type EventNode,
  program,
  run,
  type Shared,
  shared,
  startEventNode,
  template,
} from '../events/eventBed.ts';
import { memoryMapRepository } from '../graphql/memoryMapRepository.ts';
import { testMongoUri } from '../startTestServer.ts';
import { until } from '../sync/until.ts';

const hourMs = 60 * 60_000;
const workspaceId = 'wsp_webhooks';

/** Webhooks of one or several nodes on a real database, with time in the hands of the test. */
export class WebhookBed {
  readonly given: Shared = shared();
  readonly maps = memoryMapRepository();
  readonly receiver: WebhookReceiver;
  readonly nodes: { readonly node: EventNode; readonly webhooks: Webhooks }[] = [];
  readonly failures: unknown[] = [];
  readonly counted = { enqueued: 0, gaveUp: 0, paused: 0, outcomes: [] as string[] };
  readonly #connection: Connection;
  #aheadMs = 0;

  readonly #sending: WebhookParts['sending'];

  private constructor(connection: Connection, receiver: WebhookReceiver, sending: WebhookParts['sending']) {
    this.#connection = connection;
    this.receiver = receiver;
    this.#sending = sending;
  }

  static async start(nodes = 1, sending: WebhookParts['sending'] = {}): Promise<WebhookBed> {
    const connection = await createConnection(await testMongoUri(), {
      writeConcern: { w: 1, journal: true },
      autoIndex: false,
      autoCreate: false,
    }).asPromise();
    const bed = new WebhookBed(connection, await WebhookReceiver.start(), sending);
    for (let at = 0; at < nodes; at += 1) await bed.join();
    return bed;
  }

  async join(authSecret = 'secret-of-the-tests-0123456789'): Promise<Webhooks> {
    const node = startEventNode(this.given);
    const metrics: WebhookMetrics = {
      enqueued: (count) => {
        this.counted.enqueued += count;
      },
      attempted: (outcome) => {
        this.counted.outcomes.push(outcome);
      },
      gaveUp: () => {
        this.counted.gaveUp += 1;
      },
      paused: () => {
        this.counted.paused += 1;
      },
    };
    const webhooks = await composeWebhooks({
      connection: this.#connection,
      config: { authSecret, webhooksAllowedHosts: ['127.0.0.1'] },
      liveMaps: node.rooms.liveMaps,
      maps: this.maps,
      deriver: node.deriver,
      events: this.given.events,
      metrics,
      report: (error) => this.failures.push(error),
      now: this.now,
      elapsedMs: () => performance.now(),
      ...(this.#sending === undefined ? {} : { sending: this.#sending }),
    });
    this.nodes.push({ node, webhooks });
    return webhooks;
  }

  readonly now = (): Date => new Date(Date.now() + this.#aheadMs);

  /** Time goes on, for all nodes. */
  ahead(ms: number): void {
    this.#aheadMs += ms;
  }

  at(index = 0): { readonly node: EventNode; readonly webhooks: Webhooks } {
    const found = this.nodes[index];
    if (found === undefined) throw new Error(`There is no node ${index}.`);
    return found;
  }

  async newMap(): Promise<string> {
    const id = `map_${randomBytes(6).toString('hex')}`;
    const now = this.now();
    const record: Partial<MapRecord> = {
      id,
      workspaceId,
      createdAt: now,
      lastEditedAt: now,
      title: { en: id, id },
    };
    await this.maps.insert(record as MapRecord);
    await this.at().node.rooms.liveMaps.create(id, template);
    await this.at().node.deriver.derive(id);
    // What comes next is of another moment.
    const made = Date.now();
    await until('the next millisecond', () => Date.now() > made);
    return id;
  }

  /** Adds cards, each an event; answers their ids. */
  async addCards(mapId: string, count: number): Promise<readonly string[]> {
    const { snapshot } = await this.at().node.rooms.liveMaps.read(mapId);
    const [stage] = snapshot.stages;
    const [lane] = snapshot.lanes;
    const ids: string[] = [];
    for (let at = 0; at < count; at += 1) {
      const input = { columnId: stage?.id ?? '', laneId: lane?.id ?? '', text: { en: `Card ${at}` } };
      ids.push(await run(this.at().node, mapId, { name: 'addCard', input }, program));
    }
    return ids;
  }

  async tag(mapId: string, cardId: string): Promise<void> {
    await run(this.at().node, mapId, { name: 'tagCard', input: { cardId, add: ['STRESS'] } }, program);
  }

  async newWebhook(
    given: Partial<Webhook> = {},
  ): Promise<{ readonly webhook: Webhook; readonly secret: string }> {
    const { services } = this.at().webhooks;
    const secret = services.newSecret();
    const webhook: Webhook = {
      id: services.newWebhookId(),
      workspaceId,
      url: this.receiver.url(),
      kinds: null,
      mapIds: null,
      pausedBecause: null,
      failedInRow: 0,
      failingSince: null,
      createdBy: 'ani',
      createdAt: this.now(),
      secret: services.secrets.seal(secret),
      formerSecret: null,
      ...given,
    };
    await services.webhooks.create(webhook);
    return { webhook, secret };
  }

  /** Enqueues what happened on a map on a node. */
  enqueue(mapId: string, index = 0): Promise<void> {
    return this.at(index).webhooks.enqueuer.enqueue(mapId);
  }

  /** Sends all that is due now, on every node at once. */
  async send(): Promise<void> {
    for (const { webhooks } of this.nodes) webhooks.courier.wake();
    await Promise.all(this.nodes.map(({ webhooks }) => webhooks.courier.idle()));
  }

  /** Sends as time goes on, for so long. */
  async sendFor(ms: number, stepMs = hourMs / 4): Promise<void> {
    for (let gone = 0; gone < ms; gone += stepMs) {
      await this.send();
      this.ahead(stepMs);
    }
    await this.send();
  }

  deliveriesOf(webhookId: string) {
    return this.at().webhooks.services.deliveries.page(webhookId, null, 1_000);
  }

  find(webhookId: string) {
    return this.at().webhooks.services.webhooks.find(webhookId);
  }

  async close(): Promise<void> {
    for (const { node, webhooks } of this.nodes) {
      await webhooks.courier.close();
      await node.close();
    }
    await this.receiver.close();
    await this.#connection.dropDatabase();
    await this.#connection.close();
  }
}
