import { type MapSnapshot, operations } from '@jejak/journey-model';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Actor } from '../../src/auth/Actor.ts';
import { InProcessHub } from '../../src/bus/inProcess/InProcessBus.ts';
import { type Applied, applySteps, permitChange } from '../../src/modules/maps/applySteps.ts';
import { createSampleMap } from '../../src/modules/maps/createMap.ts';
import { deleteMap } from '../../src/modules/maps/deleteMap.ts';
import { IntentFinisher } from '../../src/modules/maps/IntentFinisher.ts';
import type { AskedStep } from '../../src/modules/maps/MapStep.ts';
import { mongoMapIntents } from '../../src/modules/maps/mongoMapIntents.ts';
import { mongoMapRepository } from '../../src/modules/maps/mongoMapRepository.ts';
import { MongoClientClaims } from '../../src/persistence/mongo/MongoClientClaims.ts';
import { MongoSnapshotStore } from '../../src/persistence/mongo/MongoSnapshotStore.ts';
import { MongoUpdateLog } from '../../src/persistence/mongo/MongoUpdateLog.ts';
import type { AppendResult, LogEntry } from '../../src/persistence/UpdateLog.ts';
import { createRooms } from '../../src/rooms/createRooms.ts';
import { startTestDatabase, type TestDatabase } from '../persistence/startTestDatabase.ts';

const logger = pino({ level: 'silent' });
const workspaceId = 'wsp_one';
const editor: Actor = {
  kind: 'member',
  userId: 'usr_ani',
  sessionId: 'ses_ani',
  token: null,
  name: 'Ani',
  email: 'ani@example.test',
  locale: 'id',
  memberships: [{ workspaceId, role: 'admin', team: 'OTHER' }],
};

/** Keeps appends of some documents back, as a node does that stands still in the middle. */
class StandingLog extends MongoUpdateLog {
  readonly held = new Set<string>();
  /** Documents an append of which is kept back. */
  readonly standing = new Set<string>();
  readonly landed: ((docId: string) => void)[] = [];
  #release = (): void => {};
  readonly #released = new Promise<void>((resolve) => {
    this.#release = resolve;
  });

  override async append(entry: LogEntry): Promise<AppendResult> {
    if (this.held.has(entry.docId)) {
      this.standing.add(entry.docId);
      await this.#released;
    }
    const result = await super.append(entry);
    for (const hear of this.landed) hear(entry.docId);
    return result;
  }

  release(): void {
    this.held.clear();
    this.#release();
  }
}

describe('what is begun', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await startTestDatabase();
  }, 60_000);
  afterAll(() => database.stop());

  const begun = async () => {
    const { connection } = database;
    for (const { name } of (await connection.db?.listCollections().toArray()) ?? [])
      await connection.collection(name).deleteMany({});
    const clock = { ms: Date.now() };
    const now = () => new Date(clock.ms);
    const hub = new InProcessHub();
    const intents = mongoMapIntents(connection);
    const maps = mongoMapRepository(connection);
    await intents.ensureIndexes();
    let ids = 0;
    const newId = () => `begun${String(++ids).padStart(8, '0')}`;
    const node = async () => {
      const log = new StandingLog({ connection, logger });
      const snapshots = new MongoSnapshotStore(connection);
      const claims = new MongoClientClaims(connection);
      await Promise.all([log.ensureIndexes(), snapshots.ensureIndexes(), claims.ensureIndexes()]);
      const rooms = createRooms({ log, snapshots, claims, bus: hub.join(), logger, idleMs: 0 });
      onTestFinished(async () => {
        log.release();
        await rooms.close();
        await log.close();
      });
      const ports = { maps, liveMaps: rooms.liveMaps, intents, newId, random: () => 0.5, now };
      const reported: unknown[] = [];
      const finisher = new IntentFinisher({ ...ports, report: (error) => reported.push(error) });
      return { log, ports, finisher, reported };
    };
    const [one, two, three] = [await node(), await node(), await node()];
    const { id: mapId } = await createSampleMap(one.ports, workspaceId);
    const read = async () => (await two.ports.liveMaps.read(mapId)).snapshot;
    const before = await read();
    const [stage, lane] = [before.stages[0]?.id ?? '', before.lanes[0]?.id ?? ''];
    const steps: readonly AskedStep[] = [
      { name: 'setMapTitle', input: { locale: 'en', text: 'Whole' } },
      { name: 'addStep', ref: 'step', input: { stageId: stage, name: { en: 'Pay' } } },
      { name: 'addCard', input: { columnId: '#step', laneId: lane, text: { en: 'Pays' } } },
      { name: 'addCard', input: { columnId: stage, laneId: lane, text: { en: 'Looks' } } },
    ];
    const apply = async (asked = steps, partial = false): Promise<Applied> => {
      const change = { mapId, steps: asked, batch: true, partial, ifVersion: null };
      const permitted = await permitChange(one.ports, editor, change);
      const run = { id: null, seed: 'seed', again: null, isOwned: () => true, assertOwned: () => {} };
      return applySteps(one.ports, editor, permitted, run);
    };
    const left = () => connection.collection('mapIntents').countDocuments();
    return { one, two, three, mapId, before, steps, lane, apply, read, left, clock };
  };

  const titleOf = ({ title }: MapSnapshot) => title.en;

  it.each([
    ['structure', 'content'],
    ['content', 'structure'],
  ])(
    '[WRITE19] a batch whose node stands still behind the %s gets the %s from another one, once',
    async (first, second) => {
      const { one, two, three, mapId, before, apply, read, left, clock } = await begun();
      one.log.held.add(`${mapId}/${second}`);
      const isHalf = new Promise<void>((resolve) => {
        one.log.landed.push((docId) => docId === `${mapId}/${first}` && resolve());
      });
      const applying = apply().catch((error: unknown) => error);
      await isHalf;
      const cards = before.cards.length;
      const isThere = async () => {
        const now = await read();
        return { structure: titleOf(now) === 'Whole', content: now.cards.length > cards };
      };
      const half = { structure: first === 'structure', content: first === 'content' };
      await expect.poll(isThere).toEqual(half);
      // As long as its node may be at it nobody else is.
      await two.finisher.sweep();
      expect(await isThere()).toEqual(half);
      clock.ms += 31_000;
      await Promise.all([two.finisher.sweep(), three.finisher.sweep()]);
      // Where the third finished it, the second hears of it a moment later.
      await expect.poll(isThere).toEqual({ structure: true, content: true });
      expect(await left()).toBe(0);
      // What still waits there is given up.
      one.log.release();
      expect(await applying).toMatchObject({ code: 'UNAVAILABLE' });
      const whole = await read();
      expect(whole.cards).toHaveLength(cards + 2);
      expect((await one.ports.liveMaps.read(mapId)).snapshot).toEqual(whole);
      expect([...two.reported, ...three.reported]).toEqual([]);
    },
  );

  it('[WRITE19] what somebody changed since stays', async () => {
    const { one, two, mapId, apply, read, clock } = await begun();
    one.log.held.add(`${mapId}/structure`);
    const isHalf = new Promise<void>((resolve) => {
      one.log.landed.push((docId) => docId.endsWith('/content') && resolve());
    });
    const applying = apply().catch((error: unknown) => error);
    await isHalf;
    const input = { locale: 'en', text: 'Hers' } as const;
    await two.ports.liveMaps.execute(mapId, operations.setMapTitle, input, null);
    clock.ms += 31_000;
    await two.finisher.sweep();
    const now = await read();
    expect(titleOf(now)).toBe('Hers');
    expect(now.stages[0]?.steps.some(({ name }) => name.en === 'Pay')).toBe(true);
    one.log.release();
    await applying;
  });

  it('[WRITE19] of what was not begun nothing is done, and what lands later is made whole', async () => {
    const { one, two, mapId, before, apply, read, left, clock } = await begun();
    for (const part of ['structure', 'content']) one.log.held.add(`${mapId}/${part}`);
    const applying = apply().catch((error: unknown) => error);
    // Time passes only when it has been tried: too late it would not be.
    await expect.poll(() => one.log.standing.size).toBe(2);
    expect(await left()).toBe(1);
    clock.ms += 31_000;
    await two.finisher.sweep();
    expect(await read()).toEqual(before);
    expect(await left()).toBe(1);
    one.log.release();
    const applied = await applying;
    expect(applied).toMatchObject({ kind: 'done' });
    const { snapshot } = await two.ports.liveMaps.read(mapId, { structure: 2, content: 2 });
    expect(titleOf(snapshot)).toBe('Whole');
    expect(snapshot.cards).toHaveLength(before.cards.length + 2);
    expect(await left()).toBe(0);
    const mine = { kind: 'batch', id: 'mine', mapId, steps: [], seed: '', by: null } as const;
    const since = { structure: 2, content: 2 };
    await one.ports.intents.begin({ ...mine, since, begunAt: clock.ms }, new Date(clock.ms));
    await two.finisher.sweep();
    expect(await left()).toBe(1);
    clock.ms += 11 * 60_000;
    await two.finisher.sweep();
    expect(await left()).toBe(0);
  });

  it('[WRITE19] nothing stays written down of a batch that is done or refused, or writes one document', async () => {
    const { apply, steps, lane, left } = await begun();
    expect(await apply()).toMatchObject({ kind: 'done' });
    expect(await left()).toBe(0);
    const lost = {
      name: 'addCard',
      input: { columnId: 'stg_none', laneId: lane, text: { en: 'Lost' } },
    } as const;
    expect(await apply([...steps.slice(0, 1), lost])).toMatchObject({ kind: 'refused', code: 'NOT_FOUND' });
    await expect(
      apply([...steps, { name: 'setCardText', input: { cardId: 'crd_none', locale: 'xx', text: '' } }]),
    ).rejects.toMatchObject({ code: 'INVALID' });
    expect(await apply([...steps.slice(0, 1), lost], true)).toMatchObject({ kind: 'done' });
    expect(await apply(steps.slice(0, 1))).toMatchObject({ kind: 'done' });
    expect(await left()).toBe(0);
  });

  it('[WRITE20] a deletion whose node died behind the record takes the documents along', async () => {
    const { one, two, mapId, left, clock } = await begun();
    const { connection } = database;
    const dead = { ...one.ports.liveMaps, remove: () => Promise.reject(new Error('dead')) };
    await expect(deleteMap({ ...one.ports, liveMaps: dead }, editor, mapId)).rejects.toThrow('dead');
    const entries = () => connection.collection('mapLog').countDocuments({ docId: { $regex: `^${mapId}/` } });
    expect(await entries()).toBeGreaterThan(0);
    await two.finisher.sweep();
    expect(await entries()).toBeGreaterThan(0);
    clock.ms += 31_000;
    await two.finisher.sweep();
    expect(await entries()).toBe(0);
    expect(await left()).toBe(0);
    // One that ended before the record went is not done by others.
    const { id: kept } = await createSampleMap(one.ports, workspaceId);
    const fails = { ...one.ports.maps, delete: () => Promise.reject(new Error('dead')) };
    await expect(deleteMap({ ...one.ports, maps: fails }, editor, kept)).rejects.toThrow('dead');
    clock.ms += 31_000;
    await two.finisher.sweep();
    expect(await left()).toBe(0);
    expect((await two.ports.liveMaps.read(kept)).snapshot.stages.length).toBeGreaterThan(0);
  });

  it('[WRITE20] what cannot be finished now is tried again later, and holds up nothing else', async () => {
    const { one, two, left, clock } = await begun();
    const until = new Date(clock.ms);
    for (const mapId of ['map_first', 'map_second'])
      await one.ports.intents.begin(
        { kind: 'removal', id: `removal ${mapId}`, mapId, begunAt: clock.ms },
        until,
      );
    const removed: string[] = [];
    let isAway = true;
    const liveMaps = {
      ...two.ports.liveMaps,
      async remove(mapId: string) {
        if (isAway && mapId === 'map_first') throw new Error('away');
        removed.push(mapId);
      },
    };
    const reported: unknown[] = [];
    const finisher = new IntentFinisher({ ...two.ports, liveMaps, report: (error) => reported.push(error) });
    await finisher.sweep();
    expect(removed).toEqual(['map_second']);
    expect(reported).toHaveLength(1);
    isAway = false;
    await finisher.sweep();
    expect(await left()).toBe(1);
    clock.ms += 31_000;
    await finisher.sweep();
    expect(removed).toEqual(['map_second', 'map_first']);
    expect(await left()).toBe(0);
    // Not for ever.
    isAway = true;
    const old = { kind: 'removal', id: 'old', mapId: 'map_first', begunAt: clock.ms } as const;
    await one.ports.intents.begin(old, new Date(clock.ms));
    clock.ms += 25 * 60 * 60_000;
    await finisher.sweep();
    expect(reported).toHaveLength(2);
    expect(await left()).toBe(0);
    // One sweep takes no more than a hundred.
    const begunAt = clock.ms;
    for (let n = 0; n < 101; n += 1)
      await one.ports.intents.begin(
        { kind: 'removal', id: `${n}`, mapId: 'map_second', begunAt },
        new Date(begunAt),
      );
    await finisher.sweep();
    expect(await left()).toBe(1);
  });
});
