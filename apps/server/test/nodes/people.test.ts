import type { PresenceUser } from '@jejak/protocol';
import { TestWorkspace } from '@jejak/testbed';
import pino from 'pino';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { InProcessHub } from '../../src/bus/inProcess/InProcessBus.ts';
import { MemoryClientClaims } from '../../src/persistence/memory/MemoryClientClaims.ts';
import { MemorySnapshotStore } from '../../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import { peopleToldMax, peopleTopic } from '../../src/rooms/busMessages.ts';
import { createRooms, type Rooms } from '../../src/rooms/createRooms.ts';
import { PeopleElsewhere } from '../../src/rooms/PeopleElsewhere.ts';
import { seeded } from '../faults/seeded.ts';
import { openMap } from '../operations/openMap.ts';
import { startTestServer } from '../startTestServer.ts';
import { until } from '../sync/until.ts';
import { FaultyBus } from './FaultyBus.ts';
import { startNodes } from './startNodes.ts';

const mapId = 'map_people000001';
const person = (id: string): PresenceUser => ({ id, name: `Name of ${id}`, team: 'PRODUCT' });
const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31));

interface Node {
  readonly rooms: Rooms;
  readonly bus: FaultyBus;
}

/** Nodes on one store, with one clock that only the test turns. */
class Nodes {
  readonly all: Node[] = [];
  readonly clock = { now: 1_000_000 };
  readonly #hub = new InProcessHub();
  readonly #stores = {
    log: new MemoryUpdateLog(),
    snapshots: new MemorySnapshotStore(),
    claims: new MemoryClientClaims(),
  };

  add(): Node {
    const bus = new FaultyBus(this.#hub.join(), seeded(seed + this.all.length));
    const logger = pino({ level: 'silent' });
    const now = (): number => this.clock.now;
    const node = { bus, rooms: createRooms({ ...this.#stores, bus, logger, now }) };
    this.all.push(node);
    return node;
  }

  async close(): Promise<void> {
    for (const { rooms } of this.all) await rooms.close();
  }
}

describe(`who is in a map that is open on another node, seed ${seed}`, () => {
  let nodes = new Nodes();
  afterEach(async () => {
    await nodes.close();
    nodes = new Nodes();
  });

  const boardOf = async ({ rooms }: Node, id = mapId) => {
    await rooms.liveMaps.create(id, () => {}).catch(() => {});
    return (await rooms.registry.acquire(id)).map.presence;
  };
  const seen = ({ rooms }: Node, id = mapId): string[] =>
    rooms.liveMaps
      .present(id)
      .map((user) => user.id)
      .sort();
  const saidBy = ({ bus }: Node): string[] => bus.published.filter((text) => text.includes('"people"'));

  it('[NODE10] is known without opening it, once per person, until they leave', async () => {
    const [a, b] = [nodes.add(), nodes.add()];
    const board = await boardOf(a);
    const windows = [{}, {}, {}];
    board.say(windows[0] ?? {}, null, person('anna'), 1, 1, '{}');
    board.say(windows[1] ?? {}, null, person('anna'), 2, 1, '{}');
    board.say(windows[2] ?? {}, null, person('budi'), 3, 1, '{}');
    await until('b knows both', () => seen(b).length === 2, 5_000);
    expect(b.rooms.liveMaps.present(mapId)).toEqual([person('anna'), person('budi')]);
    expect(b.rooms.registry.openCount).toBe(0);
    board.leave(windows[1] ?? {});
    board.leave(windows[2] ?? {});
    await until('budi left', () => seen(b).length === 1, 5_000);
    expect(seen(b)).toEqual(['anna']);
  });

  it('[NODE10] on several nodes: somebody who is in it twice counts once', async () => {
    const [a, b, c] = [nodes.add(), nodes.add(), nodes.add()];
    (await boardOf(a)).say({}, null, person('anna'), 1, 1, '{}');
    const there = await boardOf(b);
    there.say({}, null, person('anna'), 2, 1, '{}');
    there.say({}, null, person('budi'), 3, 1, '{}');
    for (const node of [a, b, c]) await until('known', () => seen(node).join() === 'anna,budi', 5_000);
  });

  it('[NODE10] goes at once when its node ends in order, within 40 s when it dies', async () => {
    const [a, b, dying] = [nodes.add(), nodes.add(), nodes.add()];
    (await boardOf(a)).say({}, null, person('anna'), 1, 1, '{}');
    (await boardOf(dying)).say({}, null, person('budi'), 2, 1, '{}');
    await until('b knows both', () => seen(b).length === 2, 5_000);
    await a.rooms.close();
    await until('anna is gone', () => seen(b).join() === 'budi', 5_000);
    await dying.bus.close();
    nodes.clock.now += 30_000;
    expect(seen(b)).toEqual(['budi']);
    nodes.clock.now += 10_000;
    expect(seen(b)).toEqual([]);
  });

  it('[NODE10] stays known while they stay, however long, and is learnt by a node that comes or hears again', async () => {
    const [a, b] = [nodes.add(), nodes.add()];
    (await boardOf(a)).say({}, null, person('anna'), 1, 1, '{}');
    await until('b knows', () => seen(b).length === 1, 5_000);
    for (let round = 0; round < 3; round++) {
      a.bus.published.length = 0;
      nodes.clock.now += 15_000;
      await until('said again', () => saidBy(a).length > 0, 5_000);
    }
    expect(seen(b)).toEqual(['anna']);
    const late = nodes.add();
    await until('the new node knows', () => seen(late).length === 1, 5_000);
    a.bus.faults = { drop: 1 };
    a.bus.published.length = 0;
    nodes.clock.now += 40_000;
    await until('said in vain', () => saidBy(a).length > 0, 5_000);
    expect(seen(late)).toEqual([]);
    a.bus.faults = {};
    late.bus.resume();
    await until('the node that was away knows', () => seen(late).length === 1, 5_000);
  });

  it('[NODE10] messages that get lost, come twice, late or in another order are made good with the next renewals', async () => {
    const random = seeded(seed);
    const [a, b, c] = [nodes.add(), nodes.add(), nodes.add()];
    const boards = [await boardOf(a), await boardOf(b)];
    const here = new Map<number, object>();
    for (const { bus } of nodes.all) bus.faults = { drop: 0.4, duplicate: 0.3, reorder: 0.4 };
    for (let step = 0; step < 6; step++) {
      for (let n = 0; n < 10; n++) {
        const clientId = 1 + Math.floor(random() * 20);
        const board = boards[clientId % 2];
        const owner = here.get(clientId);
        if (owner === undefined) {
          const came = {};
          here.set(clientId, came);
          board?.say(came, null, person(`p${clientId}`), clientId, step * 10 + n + 1, '{}');
        } else {
          here.delete(clientId);
          board?.leave(owner);
        }
      }
      // Somebody always comes, so that there is something to say.
      const newcomer = 100 + step;
      here.set(newcomer, {});
      boards[0]?.say({}, null, person(`p${newcomer}`), newcomer, 1, '{}');
      const said = saidBy(a).length + saidBy(b).length;
      await until('it was said', () => saidBy(a).length + saidBy(b).length > said, 5_000);
    }
    for (const { bus } of nodes.all) bus.faults = {};
    const expected = [...here.keys()].map((clientId) => `p${clientId}`).sort();
    nodes.clock.now += 15_000;
    await until('c knows all who are there and nobody else', () => seen(c).join() === expected.join(), 5_000);
  });

  it('[NODE10] costs little: nothing new is nothing said, one answer for all who ask, bounded messages and memory', async () => {
    const [a, b] = [nodes.add(), nodes.add()];
    for (let n = 0; n < 40; n++) {
      const board = await boardOf(a, `map_people_${n}`);
      for (let at = 0; at < 30; at++) board.say({}, null, person(`p${n}_${at}`), at + 1, 1, '{}');
    }
    await until('b knows of all', () => seen(b, 'map_people_39').length > 0, 5_000);
    expect(seen(b, 'map_people_0')).toHaveLength(peopleToldMax);
    expect(Math.max(...saidBy(a).map((text) => text.length))).toBeLessThan(20_000);
    a.bus.published.length = 0;
    for (let n = 0; n < 10; n++) b.bus.publish(peopleTopic, '{"kind":"whoIsWhere"}');
    b.bus.publish(peopleTopic, 'garbage');
    const counts = (text: string): number => text.split('"mapId"').length - 1;
    const maps = (): number => saidBy(a).reduce((sum, text) => sum + counts(text), 0);
    await until('answered', () => maps() > 0, 5_000);
    // Later looks have nothing to add: somebody who comes elsewhere shows that one has passed.
    const board = await boardOf(a);
    board.say({}, null, person('anna'), 1, 1, '{}');
    await until('b knows anna', () => seen(b).length === 1, 5_000);
    expect(maps()).toBe(40 + 1);

    const clock = { now: 0 };
    const elsewhere = new PeopleElsewhere(() => clock.now);
    for (let n = 0; n < 30_000; n++) elsewhere.hear('node', n, `map_${n}`, [person('anna')]);
    expect(elsewhere.in('map_19999')).toHaveLength(1);
    expect(elsewhere.in('map_20000')).toEqual([]);
    clock.now = 40_000;
    elsewhere.sweep();
    elsewhere.hear('node', 30_001, 'map_20000', [person('anna')]);
    expect(elsewhere.in('map_20000')).toHaveLength(1);
  });

  it('[NODE10] is known over a real Redis, and again after it was away', async () => {
    const cluster = await startNodes(2, seeded(seed));
    onTestFinished(() => cluster.close());
    await cluster.node(0).server.createMap(mapId);
    const there = cluster.node(1).server.rooms.liveMaps;
    const ids = (): string =>
      there
        .present(mapId)
        .map(({ id }) => id)
        .sort()
        .join();
    const anna = cluster.join(mapId, 0, 'anna');
    await until('the other node knows anna', () => ids() === 'anna', 10_000);
    await cluster.redis.kill();
    const budi = cluster.join(mapId, 0, 'budi');
    await budi.flush();
    await anna.destroy();
    await cluster.redis.start();
    await until('the other node knows who came and who left', () => ids() === 'budi', 15_000);
    expect(cluster.node(1).server.rooms.registry.openCount).toBe(0);
  }, 40_000);

  it('[NODE10] [GQL31] is told by any node to who may read the map, and to nobody else', async () => {
    const server = await startTestServer({ nodes: 2 });
    onTestFinished(() => server.close());
    const [here, there] = server.nodes;
    if (here === undefined || there === undefined) throw new Error('no nodes');
    const workspace = await TestWorkspace.setUp(there.url, { name: 'Ayu', locale: 'id', team: 'SALES' });
    const viewer = await workspace.join({ name: 'Budi', locale: 'id', team: 'PRODUCT' }, 'viewer');
    const map = openMap(here.wsUrl, workspace.owner, workspace.sampleMapId);
    onTestFinished(() => map.destroy());
    await map.flush();
    const query = 'query($ids:[ID!]!){nodes(ids:$ids){... on JourneyMap{present{name}}}}';
    const ask = () =>
      viewer.graphql<{ nodes: ({ present: { name: string }[] } | null)[] }>(query, {
        ids: [workspace.sampleMapId],
      });
    const names = async () => (await ask()).nodes[0]?.present.map(({ name }) => name);
    await expect.poll(names, { timeout: 10_000 }).toEqual(['Ayu']);
    const { viewer: member } = await viewer.graphql<{ viewer: { id: string } }>('{viewer{id}}');
    await workspace.owner.graphql(
      'mutation($input:RemoveMemberInput!){removeMember(input:$input){__typename}}',
      { input: { workspaceId: workspace.id, userId: member.id } },
    );
    expect((await ask()).nodes).toEqual([null]);
  }, 30_000);
});
