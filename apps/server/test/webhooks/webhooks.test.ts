import { verifyWebhook } from '@jejak/client/webhooks';
import type { ReceivedWebhook } from '@jejak/testbed';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/modules/webhooks/Delivery.ts';
import { hasFailedForLong, nextAttempt } from '../../src/modules/webhooks/nextAttempt.ts';
import { SecretBox } from '../../src/modules/webhooks/SecretBox.ts';
import { WebhookBed } from './WebhookBed.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

describe('webhooks', () => {
  let bed: WebhookBed;
  beforeEach(async () => {
    bed = await WebhookBed.start(2);
  });
  afterEach(async () => {
    await bed.close();
    expect(bed.failures).toEqual([]);
  });

  const isGood = async (secret: string, { headers, text }: ReceivedWebhook, body = text): Promise<boolean> =>
    (await verifyWebhook(body, headers, secret, { now: bed.now().getTime(), toleranceSeconds: 10 * 60 })).ok;

  it('[HOOK4] a receiver that fails twice is sent the same three times, signed, ever later, and it is written down', async () => {
    const mapId = await bed.newMap();
    const { webhook, secret } = await bed.newWebhook();
    bed.receiver.answers.push(500, 500);
    const [cardId] = await bed.addCards(mapId, 1);
    await bed.enqueue(mapId);
    const dueAfter: number[] = [];
    for (let at = 0; at < 3; at += 1) {
      await bed.send();
      const [delivery] = await bed.deliveriesOf(webhook.id);
      dueAfter.push((delivery?.dueAt.getTime() ?? 0) - bed.now().getTime());
      // Not before it is due.
      await bed.send();
      expect(bed.receiver.received).toHaveLength(at + 1);
      bed.ahead(dueAfter.at(-1) ?? 0);
    }
    const { received } = bed.receiver;
    expect(new Set(received.map(({ body }) => body.id)).size).toBe(1);
    expect(new Set(received.map(({ text }) => text)).size).toBe(1);
    const [first] = received;
    expect(first?.body).toMatchObject({ type: 'journey.events', mapId, workspaceId: webhook.workspaceId });
    expect(first?.body.events).toMatchObject([{ kind: 'CARD_ADDED', recordId: cardId }]);
    for (const sent of received) {
      expect(await isGood(secret, sent)).toBe(true);
      expect(await isGood(secret, sent, sent.text.replace('CARD_ADDED', 'CARD_MOVED'))).toBe(false);
      expect(await isGood('whsec_other', sent)).toBe(false);
      expect(sent.headers['jejak-delivery']).toBe(sent.body.id);
    }
    const [second = 0, third = 0] = dueAfter;
    expect(second).toBeGreaterThan(3_000);
    expect(third).toBeGreaterThan(2 * second);
    const [delivery] = await bed.deliveriesOf(webhook.id);
    expect(delivery).toMatchObject({
      id: first?.body.id,
      state: 'DELIVERED',
      attempts: [
        { status: 500, fault: 'STATUS' },
        { status: 500, fault: 'STATUS' },
        { status: 200, fault: null },
      ],
    });
    expect(await bed.find(webhook.id)).toMatchObject({ failedInRow: 0, failingSince: null });
  });

  it('[HOOK1] is told of what happens from when it was made, of the kinds and maps it wants', async () => {
    const mapId = await bed.newMap();
    await bed.addCards(mapId, 2);
    const other = await bed.newMap();
    const all = await bed.newWebhook({ url: bed.receiver.url('/all') });
    const some = await bed.newWebhook({ url: bed.receiver.url('/some'), kinds: ['CardTagged'] });
    const here = await bed.newWebhook({ url: bed.receiver.url('/here'), mapIds: [other] });
    await bed.enqueue(mapId);
    await bed.enqueue(other);
    await bed.send();
    expect(bed.receiver.received).toEqual([]);
    for (const { webhook } of [all, some, here]) expect(await bed.deliveriesOf(webhook.id)).toEqual([]);
    const [cardId = ''] = await bed.addCards(mapId, 1);
    await bed.tag(mapId, cardId);
    await bed.addCards(other, 1);
    for (const id of [mapId, other]) await bed.enqueue(id);
    await bed.send();
    const told = (at: string) =>
      bed.receiver.received
        .filter(({ path }) => path === at)
        .flatMap(({ body }) =>
          body.events.map(({ kind }) => `${body.mapId === mapId ? 'one' : 'other'} ${kind}`),
        )
        .sort();
    expect(told('/all')).toEqual(['one CARD_ADDED', 'one CARD_TAGGED', 'other CARD_ADDED']);
    expect(told('/some')).toEqual(['one CARD_TAGGED']);
    expect(told('/here')).toEqual(['other CARD_ADDED']);
    const [added] = bed.receiver.received
      .flatMap(({ body }) => body.events)
      .filter(({ kind }) => kind === 'CARD_ADDED');
    expect(added?.after).toMatchObject({ columnId: expect.any(String), laneId: expect.any(String) });
  });

  it('[HOOK2] each event is enqueued exactly once, however many nodes do it at once and wherever they end', async () => {
    const mapId = await bed.newMap();
    const { webhook } = await bed.newWebhook();
    const { deliveries } = bed.at().webhooks.services;
    const cards: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      cards.push(...(await bed.addCards(mapId, 5)));
      await Promise.all([0, 1, 0, 1].map((index) => bed.enqueue(mapId, index)));
      if (round !== 2) continue;
      // A node that ended before it moved the cursor: another begins where it began.
      const [batch] = await bed.given.events.read({ mapId, from: 1, order: 'ascending', max: 1 });
      await deliveries.resetCursor(webhook.id, mapId, { n: batch?.n ?? 0, tag: batch?.tag ?? '' });
    }
    await bed.send();
    const told = bed.receiver.received.flatMap(({ body }) => body.events);
    expect(told.map(({ recordId }) => recordId).sort()).toEqual(cards.toSorted());
    expect(new Set(bed.receiver.received.map(({ body }) => body.id)).size).toBe(bed.receiver.received.length);
  });

  it('[HOOK2] large batches come in parts', async () => {
    const mapId = await bed.newMap();
    await bed.newWebhook();
    const cards = await bed.addCards(mapId, 260);
    await bed.enqueue(mapId);
    await bed.send();
    expect(bed.receiver.received.every(({ body }) => body.events.length <= 250)).toBe(true);
    expect(bed.receiver.told(mapId)).toHaveLength(cards.length);
  });

  it('[HOOK3] an attempt is one node’s, and is taken over from a node that ended', async () => {
    const mapId = await bed.newMap();
    const { webhook } = await bed.newWebhook();
    await bed.addCards(mapId, 1);
    await bed.enqueue(mapId);
    const { deliveries } = bed.at().webhooks.services;
    const now = bed.now();
    const until = new Date(now.getTime() + 30_000);
    const query = { now, until, exceptWebhookIds: [] };
    const claims = await Promise.all(['a', 'b', 'c'].map((claim) => deliveries.claim({ ...query, claim })));
    const [claimed] = claims.filter((claim) => claim !== null);
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
    await bed.send();
    expect(bed.receiver.received).toEqual([]);
    bed.ahead(31_000);
    await bed.send();
    expect(bed.receiver.received).toHaveLength(1);
    // The first one, awake again, changes nothing.
    if (claimed === undefined) throw new Error('nothing was claimed');
    const attempt = { at: now, status: 500, fault: 'STATUS', ms: 1 } as const;
    await deliveries.settle(claimed, attempt, { state: 'PENDING', dueAt: now });
    expect(await bed.deliveriesOf(webhook.id)).toMatchObject([
      { state: 'DELIVERED', attempts: [{ status: 200 }] },
    ]);
  });

  it('[HOOK4] is sent again after 5 s, 30 s, 2 min, 10 min, 1 h, then each 3 h for a day', () => {
    const begin = new Date(0);
    for (const edge of [0, 0.5, 0.999]) {
      let now = begin;
      const delays: number[] = [];
      for (let tries = 1; ; tries += 1) {
        const next = nextAttempt(tries, begin, now, () => edge);
        if (next === null) break;
        delays.push(next.getTime() - now.getTime());
        now = next;
      }
      expect(now.getTime()).toBeLessThanOrEqual(24 * hourMs);
      expect(now.getTime()).toBeGreaterThan(20 * hourMs);
      const wanted = [5_000, 30_000, 2 * minuteMs, 10 * minuteMs, hourMs, 3 * hourMs];
      for (const [at, delay] of delays.entries()) {
        const middle = wanted[Math.min(at, wanted.length - 1)] ?? 0;
        expect(delay).toBeGreaterThanOrEqual(0.8 * middle);
        expect(delay).toBeLessThanOrEqual(1.2 * middle);
      }
    }
  });

  it('[HOOK5] a receiver that fails or is silent holds no other up', async () => {
    const mapId = await bed.newMap();
    bed.receiver.silent.add('/silent');
    const silent = await bed.newWebhook({ url: bed.receiver.url('/silent') });
    const gone = await bed.newWebhook({ url: 'http://127.0.0.1:9/' });
    const good = await bed.newWebhook({ url: bed.receiver.url('/good') });
    for (let at = 0; at < 6; at += 1) {
      await bed.addCards(mapId, 1);
      await bed.enqueue(mapId);
    }
    for (const { webhooks } of bed.nodes) webhooks.courier.wake();
    const arrived = () => bed.receiver.received.filter(({ path }) => path === '/good').length;
    await expect.poll(arrived, { timeout: 4_000 }).toBe(6);
    // Two at once per node and no more wait for the silent one.
    expect(bed.receiver.received.filter(({ path }) => path === '/silent').length).toBeLessThanOrEqual(4);
    bed.receiver.silent.clear();
    bed.receiver.drop();
    await Promise.all(bed.nodes.map(({ webhooks }) => webhooks.courier.idle()));
    const states = async (id: string) => new Set((await bed.deliveriesOf(id)).map(({ state }) => state));
    expect(await states(good.webhook.id)).toEqual(new Set(['DELIVERED']));
    expect(await states(gone.webhook.id)).toEqual(new Set(['PENDING']));
    expect((await bed.deliveriesOf(gone.webhook.id))[0]?.attempts).toMatchObject([{ fault: 'CONNECTION' }]);
    const tried = (await bed.deliveriesOf(silent.webhook.id)).flatMap(({ attempts }) => attempts);
    expect(tried.filter(({ fault }) => fault === 'CONNECTION').length).toBeGreaterThan(0);
  });

  it('[HOOK6] pauses itself when everything failed for a day, and goes on when somebody says so', async () => {
    const mapId = await bed.newMap();
    const { webhook } = await bed.newWebhook();
    bed.receiver.answers.push(...Array.from({ length: 200 }, () => 503));
    const [card] = await bed.addCards(mapId, 1);
    await bed.enqueue(mapId);
    await bed.sendFor(23 * hourMs);
    await bed.addCards(mapId, 1);
    await bed.enqueue(mapId);
    await bed.sendFor(2 * hourMs);
    expect(await bed.find(webhook.id)).toMatchObject({ pausedBecause: 'FAILING' });
    expect(bed.counted).toMatchObject({ paused: 1, gaveUp: 1 });
    const states = (await bed.deliveriesOf(webhook.id)).map(({ state }) => state);
    expect(states).toEqual(['HELD', 'FAILED']);
    // While it is paused nothing is sent or enqueued.
    await bed.addCards(mapId, 1);
    await bed.enqueue(mapId);
    const sent = bed.receiver.received.length;
    await bed.sendFor(5 * hourMs);
    expect(bed.receiver.received).toHaveLength(sent);
    bed.receiver.answers.length = 0;
    const { webhooks, deliveries } = bed.at().webhooks.services;
    await webhooks.update(webhook.id, { pausedBecause: null, failedInRow: 0, failingSince: null });
    await deliveries.release(webhook.id, bed.now());
    await bed.enqueue(mapId);
    await bed.send();
    const arrived = bed.receiver.received.slice(sent).flatMap(({ body }) => body.events);
    expect(arrived).toHaveLength(2);
    expect(arrived.some(({ recordId }) => recordId === card)).toBe(false);
    // What was given up can be sent again, with its id.
    const failed = (await bed.deliveriesOf(webhook.id)).find(({ state }) => state === 'FAILED') as Delivery;
    await deliveries.again(failed.id, bed.now());
    await bed.send();
    expect(bed.receiver.received.at(-1)?.body).toMatchObject({ id: failed.id, events: [{ recordId: card }] });
  });

  it('[HOOK6] what is held is kept however long the pause, and sent afterwards', async () => {
    const mapId = await bed.newMap();
    const { webhook } = await bed.newWebhook();
    const { webhooks, deliveries } = bed.at().webhooks.services;
    const [sent] = await bed.addCards(mapId, 1);
    await bed.enqueue(mapId);
    await bed.send();
    const [held] = await bed.addCards(mapId, 1);
    await bed.enqueue(mapId);
    await webhooks.pause(webhook.id, 'PERSON');
    await deliveries.hold(webhook.id);
    bed.ahead(8 * 24 * hourMs);
    await bed.at().webhooks.expire();
    expect((await bed.deliveriesOf(webhook.id)).map(({ state }) => state)).toEqual(['HELD']);
    await webhooks.update(webhook.id, { pausedBecause: null });
    await deliveries.release(webhook.id, bed.now());
    await bed.send();
    const told = bed.receiver.received.flatMap(({ body }) => body.events.map(({ recordId }) => recordId));
    expect(told).toEqual([sent, held]);
  });

  it('[HOOK6] 50 failures in a row count once they last ten minutes', () => {
    const failingSince = new Date(0);
    const at = (ms: number) => new Date(ms);
    expect(hasFailedForLong({ failedInRow: 50, failingSince }, at(9 * minuteMs))).toBe(false);
    expect(hasFailedForLong({ failedInRow: 50, failingSince }, at(10 * minuteMs))).toBe(true);
    expect(hasFailedForLong({ failedInRow: 49, failingSince }, at(23 * hourMs))).toBe(false);
    expect(hasFailedForLong({ failedInRow: 13, failingSince }, at(24 * hourMs))).toBe(true);
    expect(hasFailedForLong({ failedInRow: 0, failingSince: null }, at(99 * hourMs))).toBe(false);
  });

  it('[HOOK7] of a deleted map nothing more is sent', async () => {
    const mapId = await bed.newMap();
    const { webhook } = await bed.newWebhook();
    bed.receiver.answers.push(500);
    await bed.addCards(mapId, 1);
    await bed.enqueue(mapId);
    await bed.send();
    expect(bed.receiver.received).toHaveLength(1);
    await bed.maps.delete(mapId);
    await bed.at().node.rooms.liveMaps.remove(mapId);
    await bed.sendFor(hourMs);
    await bed.enqueue(mapId);
    expect(bed.receiver.received).toHaveLength(1);
    expect(await bed.deliveriesOf(webhook.id)).toEqual([]);
  });

  it('[HOOK8] a gap, a restore and events that were let go are told, not gone over', async () => {
    const mapId = await bed.newMap();
    const { webhook } = await bed.newWebhook();
    await bed.addCards(mapId, 1);
    await bed.enqueue(mapId);
    const { deliveries } = bed.at().webhooks.services;
    await deliveries.resetCursor(webhook.id, mapId, { n: 1, tag: 'another life' });
    await bed.addCards(mapId, 1);
    await bed.enqueue(mapId);
    await bed.send();
    expect(bed.receiver.received.map(({ body }) => body.type).sort()).toEqual([
      'journey.events',
      'journey.missed',
    ]);
    const [cards] = [await bed.addCards(mapId, 1)];
    await bed.enqueue(mapId);
    await bed.send();
    expect(bed.receiver.received.at(-1)?.body.events).toMatchObject([{ recordId: cards[0] }]);
  });

  it('[HOOK9] a former secret signs beside the new one for a day', async () => {
    const mapId = await bed.newMap();
    const { webhook, secret } = await bed.newWebhook();
    const { webhooks, secrets } = bed.at().webhooks.services;
    const until = new Date(bed.now().getTime() + 24 * hourMs);
    const formerSecret = { sealed: webhook.secret, until };
    await webhooks.update(webhook.id, { secret: secrets.seal('whsec_new'), formerSecret });
    const sendOne = async (): Promise<ReceivedWebhook> => {
      await bed.addCards(mapId, 1);
      await bed.enqueue(mapId);
      await bed.send();
      return bed.receiver.received.at(-1) as ReceivedWebhook;
    };
    const both = await sendOne();
    expect([await isGood(secret, both), await isGood('whsec_new', both)]).toEqual([true, true]);
    bed.ahead(25 * hourMs);
    const one = await sendOne();
    expect([await isGood(secret, one), await isGood('whsec_new', one)]).toEqual([false, true]);
  });

  it('[HOOK9] a secret is kept encrypted, and no other installation reads it', async () => {
    const box = new SecretBox('a key of this installation, long enough');
    const sealed = box.seal('whsec_one');
    expect(sealed).not.toContain('whsec');
    expect(box.seal('whsec_one')).not.toBe(sealed);
    expect(box.open(sealed)).toBe('whsec_one');
    expect(() => new SecretBox('a key of another installation').open(sealed)).toThrow();
    const other = sealed.startsWith('A') ? 'B' : 'A';
    expect(() => box.open(other + sealed.slice(1))).toThrow();
    const { webhook } = await bed.newWebhook({ secret: new SecretBox('another key').seal('whsec_one') });
    const mapId = await bed.newMap();
    await bed.addCards(mapId, 1);
    await bed.enqueue(mapId);
    await bed.send();
    expect(bed.receiver.received).toEqual([]);
    expect(await bed.find(webhook.id)).toMatchObject({ pausedBecause: 'SECRET' });
    expect(bed.failures.splice(0)).not.toEqual([]);
  });

  it('[HOOK10] what no node noticed is found by sweeping, also after a pause', async () => {
    const mapId = await bed.newMap();
    const { webhook } = await bed.newWebhook();
    const cards = await bed.addCards(mapId, 3);
    const { work } = bed.at(1).webhooks;
    await work.sweep();
    await bed.send();
    expect(bed.receiver.told(mapId)).toHaveLength(cards.length);
    // Not twice within a minute.
    await bed.addCards(mapId, 1);
    await work.sweep();
    expect(await bed.deliveriesOf(webhook.id)).toHaveLength(1);
    bed.ahead(2 * minuteMs);
    await bed.at(0).webhooks.work.sweep();
    await bed.send();
    expect(bed.receiver.told(mapId)).toHaveLength(cards.length + 1);
  });

  it('[HOOK10] a map that is open here is told within moments', async () => {
    const mapId = await bed.newMap();
    await bed.newWebhook();
    const { work } = bed.at().webhooks;
    work.start();
    await bed.addCards(mapId, 2);
    await expect.poll(() => bed.receiver.told(mapId).length, { timeout: 10_000 }).toBe(2);
    await work.close();
  });
});
