import { TcpProxy } from '@jejak/testbed';
import type { Connection } from 'mongoose';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MongoMutationLedger } from '../../src/modules/mutations/MongoMutationLedger.ts';
import type { LedgerRecord } from '../../src/modules/mutations/MutationLedger.ts';
import { type Delivery, noEvents } from '../../src/modules/webhooks/Delivery.ts';
import { MongoDeliveryRepository } from '../../src/modules/webhooks/MongoDeliveryRepository.ts';
import { MongoSnapshotStore } from '../../src/persistence/mongo/MongoSnapshotStore.ts';
import { MongoUpdateLog } from '../../src/persistence/mongo/MongoUpdateLog.ts';
import {
  addressThrough,
  connectTestDatabase,
  startTestDatabase,
  type TestDatabase,
} from '../persistence/startTestDatabase.ts';
import { faultSize, reportRow } from './faultRows.ts';
import { seeded } from './seeded.ts';

const logger = pino({ level: 'silent' });
const minuteMs = 60_000;
const rounds = 10 * faultSize('F7');

/** The stores as one node has them. */
function storesOf(connection: Connection) {
  return {
    log: new MongoUpdateLog({ connection, logger }),
    snapshots: new MongoSnapshotStore(connection),
    deliveries: new MongoDeliveryRepository(connection),
    mutations: new MongoMutationLedger(connection),
  };
}

describe('a node that held something, was cut off, and goes on when another holds it', () => {
  let database: TestDatabase;
  let way: TcpProxy;
  let cutOff: Connection;
  let old: ReturnType<typeof storesOf>;
  let next: ReturnType<typeof storesOf>;

  beforeAll(async () => {
    database = await startTestDatabase();
    way = await TcpProxy.listen(database.socketPath, seeded(1));
    cutOff = await connectTestDatabase(addressThrough(way));
    [old, next] = [storesOf(cutOff), storesOf(database.connection)];
    await Promise.all([next.log.ensureIndexes(), next.snapshots.ensureIndexes()]);
    await Promise.all([next.deliveries.ensureIndexes(), next.mutations.ensureIndexes()]);
  }, 60_000);
  afterAll(async () => {
    await Promise.all([old.log.close(), next.log.close()]);
    await cutOff.close();
    await way.close();
    await database.stop();
  });

  /** What the old holder writes is on its way while `takenOver` happens, and arrives afterwards. */
  async function late<T>(write: () => Promise<T>, takenOver: () => Promise<void>): Promise<T> {
    way.stall('up');
    const written = write();
    await takenOver();
    way.resume();
    return written;
  }

  it('[FAULT17] [F7] its entry of a log whose number was taken is refused', async () => {
    const entry = (text: number) => ({ updates: [Uint8Array.of(text)] });
    for (let round = 0; round < rounds; round++) {
      const docId = `map_old_holder_${round}/content`;
      const outcome = await late(
        () => old.log.append({ docId, seq: 1, ...entry(1) }),
        async () => {
          expect(await next.log.append({ docId, seq: 1, ...entry(2) })).toBe('appended');
        },
      );
      const kept = await next.log.readAfter(docId, 0);
      expect({ outcome, kept: kept.map(({ updates }) => updates.map((bytes) => [...bytes])) }).toEqual({
        outcome: 'conflict',
        kept: [[[2]]],
      });
    }
  });

  it('[FAULT17] [F7] its snapshot does not take the place of a newer one', async () => {
    for (let round = 0; round < rounds; round++) {
      const docId = `map_old_holder_${round}/structure`;
      await next.snapshots.create(docId, 1);
      const outcome = await late(
        () => old.snapshots.save(docId, { epoch: 1, seq: 5, state: Uint8Array.of(5) }),
        async () => {
          expect(await next.snapshots.save(docId, { epoch: 1, seq: 6, state: Uint8Array.of(6) })).toBe(
            'saved',
          );
        },
      );
      const loaded = await next.snapshots.load(docId);
      const state = loaded.kind === 'loaded' && loaded.state !== null ? [...loaded.state] : loaded.kind;
      expect({ outcome, state }).toEqual({ outcome: 'stale', state: [6] });
    }
  });

  it('[FAULT17] [F7] what it says of a delivery that another took over is not written down', async () => {
    const now = new Date();
    const later = new Date(now.getTime() + minuteMs);
    for (let round = 0; round < rounds; round++) {
      const id = `dlv_${round}`;
      const shared = { webhookId: `whk_${round}`, workspaceId: 'w1', mapId: null, slice: null, key: id };
      const times = { createdAt: now, startedAt: now, dueAt: now, tries: 0, attempts: [] };
      const delivery: Delivery = {
        id,
        ...shared,
        type: 'PING',
        content: noEvents,
        state: 'PENDING',
        ...times,
      };
      await next.deliveries.enqueue(delivery);
      const claim = { now, until: later, claim: `old${round}`, exceptWebhookIds: [] };
      const held = await old.deliveries.claim(claim);
      if (held === null) throw new Error('nothing is due');
      const told = { at: now, status: 500, fault: null, ms: 1 };
      await late(
        () => old.deliveries.settle(held, told, { state: 'FAILED', dueAt: now }),
        async () => {
          const until = new Date(later.getTime() + minuteMs);
          const taken = await next.deliveries.claim({ ...claim, now: later, until, claim: `next${round}` });
          expect(taken?.id).toBe(id);
          if (taken === null) return;
          await next.deliveries.settle(taken, { ...told, status: 200 }, { state: 'DELIVERED', dueAt: later });
        },
      );
      expect(await next.deliveries.find(id)).toMatchObject({
        state: 'DELIVERED',
        attempts: [{ status: 200 }],
      });
    }
  });

  it('[FAULT17] [F7] what it makes of a call that another took over does not count', async () => {
    const now = new Date();
    const times = { leaseUntil: now, expiresAt: new Date(now.getTime() + minuteMs) };
    for (let round = 0; round < rounds; round++) {
      const id = `call${round}`;
      const first = {
        who: 'w',
        fingerprint: 'f',
        seed: 's',
        since: null,
        attempt: 1,
        result: null,
        ...times,
      };
      const record: LedgerRecord = { id, owner: 'old', ...first };
      expect(await old.mutations.begin(record, now)).toBeNull();
      const taken = { ...record, owner: 'next', attempt: 2 };
      const ends = [
        () => old.mutations.finish(record, '"old"', now),
        () => old.mutations.forget(record),
        () => old.mutations.takeOver(record, 'old again', times.expiresAt),
      ];
      const end = ends[round % ends.length] ?? (async () => {});
      const outcome = await late<unknown>(end, async () => {
        expect(await next.mutations.takeOver(record, 'next', times.expiresAt)).toBe(true);
        await next.mutations.finish(taken, '"next"', now);
      });
      expect(outcome).not.toBe(true);
      expect(await next.mutations.find(id)).toMatchObject({ owner: 'next', result: '"next"' });
    }
    reportRow('F7', { old_holders: 4 * rounds, refused: 4 * rounds });
  });
});
