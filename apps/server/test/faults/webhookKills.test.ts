import { WebhookReceiver } from '@jejak/testbed';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { until } from '../sync/until.ts';
import { ApiBed } from './ApiBed.ts';
import type { ApiCrashPoint } from './apiCrashPoints.ts';
import { faultSize, isNightly, reportRow } from './faultRows.ts';

const leaseMs = 31_000;
const healMsMax = 60_000;
/** What is claimed, sent and settled has cases of its own below; at night it is tried here too. */
const points: readonly ApiCrashPoint[] = isNightly
  ? ['tell', 'told', 'enqueued', 'claimed', 'settle', 'settled']
  : ['tell', 'told', 'enqueued'];
const cases = Array.from({ length: faultSize('F24') }, () => points).flat();

interface Delivery {
  readonly id: string;
  readonly state: string;
  readonly attempts: readonly { readonly statusCode: number | null }[];
}

describe('a node that dies over what a webhook is told', () => {
  let bed: ApiBed;
  let receiver: WebhookReceiver;
  let mapId = '';
  let webhookId = '';
  let place: { readonly columnId: string; readonly laneId: string };
  const added: string[] = [];

  beforeAll(async () => {
    bed = await ApiBed.start();
  }, 120_000);
  beforeEach(async () => {
    added.length = 0;
    receiver = await WebhookReceiver.start();
    await bed.renewTeam();
    const { workspaceId } = bed.team;
    const { map } = (await bed.call({
      name: 'createMap',
      input: { workspaceId, title: 'Told', template: 'DIGITAL', locale: 'EN' },
      select: 'map{id stages{id} lanes{id kind}}',
    })) as unknown as {
      map: { id: string; stages: { id: string }[]; lanes: { id: string; kind: string }[] };
    };
    mapId = map.id;
    const lane = map.lanes.find(({ kind }) => kind === 'ACTION');
    place = { columnId: map.stages[0]?.id ?? '', laneId: lane?.id ?? '' };
    const { webhook } = (await bed.call({
      name: 'createWebhook',
      input: { workspaceId, url: receiver.url(), kinds: ['CARD_ADDED'] },
      select: 'webhook{id}',
    })) as unknown as { webhook: { id: string } };
    webhookId = webhook.id;
  }, 120_000);
  afterEach(async () => {
    await bed.call({ name: 'deleteWebhook', input: { webhookId }, select: 'webhookId' });
    await receiver.close();
  });
  afterAll(() => bed?.stop());

  async function addCard(text: string): Promise<string> {
    const input = { mapId, ...place, text: { en: text } };
    const { card } = (await bed.call({ name: 'addCard', input, select: 'card{id}' })) as unknown as {
      card: { id: string };
    };
    return card.id;
  }

  /** Adds cards, so that there is something to tell, until the node is dead over it. */
  async function addUntilDead(): Promise<void> {
    const died = bed.node(0).died();
    let isDead = false;
    void died.then(() => {
      isDead = true;
    });
    const end = performance.now() + healMsMax;
    for (let n = 0; !isDead && performance.now() < end; n += 1) {
      const id = await addCard(`Card ${n}`).catch(() => null);
      if (id !== null) added.push(id);
      await Promise.race([died, new Promise((resolve) => setTimeout(resolve, 300))]);
    }
    await died;
  }

  const change = (name: string, input: object) =>
    bed.call({ name, input: input as Record<string, unknown>, select: '__typename' }, 1);
  async function deliveries(): Promise<readonly Delivery[]> {
    const { webhooks } = await bed.read<{ webhooks: { deliveries: { nodes: Delivery[] } }[] }>(
      'workspace',
      `query($id:ID!){workspace(id:$id){webhooks{deliveries(first:100){
        nodes{id state attempts{statusCode}}}}}}`,
      { id: bed.team.workspaceId },
      1,
    );
    return webhooks[0]?.deliveries.nodes ?? [];
  }
  const toldCards = () =>
    receiver.received.flatMap(({ body }) => body.events.map(({ recordId }) => recordId));

  /** Everything arrived, each event in one delivery, each delivery always the same, and nothing waits. */
  async function allIsTold(): Promise<number> {
    await expect
      .poll(
        async () => {
          await bed.ahead(20_000);
          const isTold = added.every((id) => toldCards().includes(id));
          return isTold && (await deliveries()).every(({ state }) => state === 'DELIVERED');
        },
        { timeout: healMsMax, interval: 1_000 },
      )
      .toBe(true);
    const bodies = new Map(receiver.received.map(({ body, text }) => [body.id, text]));
    for (const { body, text, headers } of receiver.received) {
      expect(text).toBe(bodies.get(body.id));
      expect(headers['jejak-delivery']).toBe(body.id);
    }
    const once = [...bodies.values()].flatMap(
      (text) => (JSON.parse(text) as { events: { id: string }[] }).events,
    );
    expect(once).toHaveLength(new Set(once.map(({ id }) => id)).size);
    return receiver.received.length - bodies.size;
  }

  it.each(cases)(
    '[FAULT24] [HOOK2] [HOOK3] [F24] at %s: each event is told, in one delivery',
    async (point) => {
      await bed.node(0).arm(point);
      await addUntilDead();
      await bed.ahead(leaseMs).catch(() => {});
      await bed.node(0).start();
      reportRow('F24', { point, events: added.length, sent_again: await allIsTold(), lost: 0 });
    },
    240_000,
  );

  it('[FAULT24] [HOOK3] a pause is kept while a delivery is claimed by the dead, and so is what it was to tell', async () => {
    await bed.node(0).arm('claimed');
    await addUntilDead();
    await change('updateWebhook', { webhookId, isPaused: true });
    await bed.node(0).start();
    await bed.ahead(leaseMs);
    const before = receiver.received.length;
    await expect.poll(async () => (await deliveries()).map(({ state }) => state)).toContain('HELD');
    await bed.ahead(leaseMs);
    expect(receiver.received).toHaveLength(before);
    await change('updateWebhook', { webhookId, isPaused: false });
    await allIsTold();
  }, 240_000);

  it('[FAULT24] [HOOK3] a redelivery asked for while the dead hold the claim goes out at once', async () => {
    await bed.node(0).arm('settle');
    await addUntilDead();
    const claimed = (await deliveries()).filter(({ attempts }) => attempts.length === 0);
    const sent = receiver.received.length;
    expect(claimed.length).toBeGreaterThan(0);
    for (const { id } of claimed) await change('redeliverWebhookDelivery', { deliveryId: id });
    // Nobody waits for the lease.
    await until('it is sent again', () => receiver.received.length > sent, healMsMax);
    await bed.node(0).start();
    await allIsTold();
  }, 240_000);

  it('[FAULT24] [HOOK4] what failed before the node died is sent again when it is due, and counted on', async () => {
    receiver.answers.push(500);
    await bed.node(0).arm('settled');
    await addUntilDead();
    await bed.node(0).start();
    await allIsTold();
    const statuses = (await deliveries()).map(({ attempts }) => attempts.map(({ statusCode }) => statusCode));
    expect(statuses).toContainEqual([500, 200]);
  }, 240_000);

  it('[FAULT24] [HOOK10] an edit whose node dies right behind it is told, though nobody opens the map again', async () => {
    // Long after anything else happened on it, and looked through meanwhile.
    await bed.ahead(20 * 60_000);
    const soon = new Date(Date.now() + 10 * 60_000);
    const webhooks = bed.database.connection.collection<{ _id: string; sweptTo: Date }>('webhooks');
    const isSwept = async () => ((await webhooks.findOne({ _id: webhookId }))?.sweptTo ?? 0) > soon;
    await expect.poll(isSwept, { timeout: healMsMax }).toBe(true);
    added.push(await addCard('The last thing it did'));
    await bed.node(0).kill();
    await bed.node(0).start();
    await allIsTold();
  }, 240_000);
});
