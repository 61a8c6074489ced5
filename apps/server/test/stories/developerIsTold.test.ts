import { verifyWebhook } from '@jejak/client/webhooks';
import { WebhookReceiver } from '@jejak/testbed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiBed } from '../faults/ApiBed.ts';

interface Attempt {
  readonly attemptedAt: string;
  readonly statusCode: number | null;
  readonly fault: string | null;
}

interface Log {
  readonly webhooks: readonly {
    readonly deliveries: {
      readonly nodes: readonly {
        readonly id: string;
        readonly state: string;
        readonly nextAttemptAt: string | null;
        readonly attempts: readonly Attempt[];
      }[];
    };
  }[];
}

const waitMsMax = 30_000;

/** Story 3.2: a developer's program is told by POST. All of it by the public addresses; only time goes on as we say. */
describe('a developer is told by POST', () => {
  let bed: ApiBed;
  let receiver: WebhookReceiver;
  beforeAll(async () => {
    [bed, receiver] = [await ApiBed.start(1), await WebhookReceiver.start()];
  }, 120_000);
  afterAll(async () => {
    await receiver?.close();
    await bed?.stop();
  });

  it('[ST3.11] a receiver that fails twice is sent the same three times, signed, ever later, and the log shows it', async () => {
    const { workspaceId } = bed.team;
    const made = await bed.call({
      name: 'createWebhook',
      input: { workspaceId, url: receiver.url(), kinds: ['CARD_ADDED'] },
      select: 'secret',
    });
    const { map } = (await bed.call({
      name: 'createMap',
      input: { workspaceId, title: 'Told', template: 'DIGITAL', locale: 'EN' },
      select: 'map{id stages{id} lanes{id kind}}',
    })) as unknown as {
      map: { id: string; stages: { id: string }[]; lanes: { id: string; kind: string }[] };
    };
    receiver.answers.push(500, 500);
    const laneId = map.lanes.find(({ kind }) => kind === 'ACTION')?.id;
    const input = { mapId: map.id, columnId: map.stages[0]?.id, laneId, text: { en: 'Tell them' } };
    await bed.call({ name: 'addCard', input, select: 'card{id}' });
    const log = async () => {
      const { webhooks } = await bed.read<Log>(
        'workspace',
        `query($id:ID!){workspace(id:$id){webhooks{deliveries(first:5){
          nodes{id state nextAttemptAt attempts{attemptedAt statusCode fault}}}}}}`,
        { id: workspaceId },
      );
      return webhooks[0]?.deliveries.nodes ?? [];
    };
    const delaysMs: number[] = [];
    for (let attempts = 1; attempts <= 3; attempts += 1) {
      await expect.poll(async () => (await log())[0]?.attempts.length, { timeout: waitMsMax }).toBe(attempts);
      const [delivery] = await log();
      if (delivery?.nextAttemptAt == null) break;
      const attemptedAt = Date.parse(delivery.attempts.at(-1)?.attemptedAt ?? '');
      delaysMs.push(Date.parse(delivery.nextAttemptAt) - attemptedAt);
      await bed.ahead(delaysMs.at(-1) ?? 0);
    }
    expect(receiver.received).toHaveLength(3);
    const [delivery] = await log();
    expect(delivery).toMatchObject({
      state: 'DELIVERED',
      nextAttemptAt: null,
      attempts: [
        { statusCode: 500, fault: 'STATUS' },
        { statusCode: 500, fault: 'STATUS' },
        { statusCode: 200, fault: null },
      ],
    });
    const [first = 0, second = 0] = delaysMs;
    expect(first).toBeGreaterThan(3_000);
    expect(second).toBeGreaterThan(2 * first);
    expect(new Set(receiver.received.map(({ text }) => text)).size).toBe(1);
    const secret = String(made.secret);
    for (const { headers, text, body } of receiver.received) {
      expect([body.id, headers['jejak-delivery']]).toEqual([delivery?.id, delivery?.id]);
      expect(body.events).toMatchObject([{ kind: 'CARD_ADDED' }]);
      const given = String(headers['jejak-signature']);
      const now = Number(/t=(\d+)/.exec(given)?.[1]) * 1_000;
      const verdict = (said: string) => verifyWebhook(said, headers, secret, { now });
      expect(await verdict(text)).toMatchObject({ ok: true });
      expect(await verdict(text.replace('CARD_ADDED', 'CARD_MOVED'))).toMatchObject({ ok: false });
    }
  }, 120_000);
});
