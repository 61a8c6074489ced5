import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { canonicalJson } from '../../../../packages/journey-model/test/snapshotHash.ts';
import { brokenFrames } from '../hostile/brokenFrames.ts';
import { endsSender } from '../hostile/endsSender.ts';
import { hostileRows, type Target } from '../hostile/hostileRows.ts';
import { madeUpPresence } from '../hostile/madeUpPresence.ts';
import { madeUpUpdate, realUpdates } from '../hostile/madeUpUpdates.ts';
import { targetOf } from '../hostile/targetOf.ts';
import { toldTo } from '../hostile/told.ts';
import { syncFrame } from '../protocol/frames.ts';
import { PlainClient } from '../protocol/PlainClient.ts';
import { until } from '../sync/until.ts';
import { Cluster } from './Cluster.ts';
import { faultSize, reportRow } from './faultRows.ts';
import { clean } from './ledger.ts';
import { muteReader } from './muteReader.ts';
import { seeded } from './seeded.ts';
import type { Writer } from './Writer.ts';

const nodeCount = 3;
/** Where people work, and where what may be lawful by chance is sent: it may delete what it likes there. */
const [mapId, otherMapId] = ['map_attacked0001', 'map_attacked0002'] as const;
const writersPerNode = 2;
const everyMs = 100;
const attackers = 3;
const readers = 10;
/** What a reader who reads nothing is sent. */
const edit = { everyMs: 50, bytes: 16_000, field: 'emotionWords' } as const;
const healMsMax = 30_000;
const cutMsMax = 60_000;
const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31));
const rounds = faultSize('F19');

describe(`${attackers} attackers at work while something breaks, seed ${seed}`, () => {
  const random = seeded(seed);
  const mute: WebSocket[] = [];
  let timers: NodeJS.Timeout[] = [];
  let cluster: Cluster;
  let attacking: Promise<unknown>;
  let over = false;
  const counted = { cases: 0, refused: 0, cut: 0 };

  beforeAll(async () => {
    process.stdout.write(`fault seed ${seed} (set FAULT_SEED to repeat)\n`);
    cluster = await Cluster.start({ nodes: nodeCount, mapIds: [mapId, otherMapId] }, random);
    for (let n = 0; n < nodeCount * writersPerNode; n++) cluster.join(mapId, n % nodeCount, `w${n}`);
    await until('saved', () => cluster.allWriters.every(({ map }) => map.status.kind === 'saved'), healMsMax);
    const target = await targetIn(victim().map.docs.content);
    for (const writer of cluster.allWriters) writer.start(everyMs);
    attacking = Promise.all(Array.from({ length: attackers }, () => attackOn(target)));
  }, 120_000);
  afterAll(async () => {
    over = true;
    for (const timer of timers) clearInterval(timer);
    for (const socket of mute) socket.terminate();
    await attacking;
    await cluster?.stop();
  }, 60_000);

  const victim = (): Writer => {
    const [first] = cluster.allWriters;
    if (first === undefined) throw new Error('nobody writes');
    return first;
  };

  /** What attackers know: a card of the victim. */
  async function targetIn(content: Y.Doc): Promise<Target> {
    const card = new Y.Map();
    content.getMap('cards').set('crd_probe1', card);
    card.set('text.en', new Y.Text('work'));
    card.set('kind', 'NOTE');
    await victim().map.flush(healMsMax);
    return targetOf(content, content.clientID);
  }

  /** One thing after the other, in turn over the nodes, until it is over; a node that is dead is passed by. */
  async function attackOn(target: Target): Promise<void> {
    const kinds = [hostileUpdate, randomUpdate, brokenUpdate, presence, frames];
    while (!over) {
      counted.cases += 1;
      const kind = kinds[Math.floor(random() * kinds.length)] ?? frames;
      const node = cluster.node(Math.floor(random() * nodeCount));
      await kind(node, target).catch(() => {
        counted.cut += 1;
      });
      // A dead node refuses at once: others have their turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  type Attack = (node: Cluster['nodes'][number], target: Target) => Promise<void>;
  const says = async (url: string, frame: Uint8Array, at: string): Promise<string> => {
    const as = `attacker${counted.cases}`;
    const peer = new PlainClient(`${url}/${at}/content?ack=1&as=${as}`, { speaks: false });
    try {
      await peer.got('step1');
      const from = peer.frames.length;
      peer.send(frame);
      peer.send(syncFrame('step2', Uint8Array.of(0, 0)));
      return await toldTo(peer, from);
    } finally {
      peer.drop();
    }
  };
  /** Of these none may be taken, so they are sent where people work. */
  const hostileUpdate: Attack = async ({ url }, target) => {
    const row = hostileRows[Math.floor(random() * hostileRows.length)];
    // Far ahead: the victim writes on, and a neighbour that has come meanwhile would make of some a lawful edit.
    const next = Y.getState(victim().map.docs.content.store, target.victim) + 1_000_000;
    const update = row?.make({ ...target, next }, Math.floor(random() * 5)) ?? new Uint8Array();
    const told = await says(url, syncFrame(random() < 0.5 ? 'step2' : 'update', update), mapId);
    if (told !== 'saved') counted.refused += 1;
  };
  const randomUpdate: Attack = async ({ url }, target) => {
    await says(url, syncFrame('update', madeUpUpdate(random, target)), otherMapId);
  };
  const brokenUpdate: Attack = async ({ url }) => {
    const [update = new Uint8Array()] = realUpdates(random);
    const bad = update.slice(0, Math.floor(random() * update.length));
    await says(url, syncFrame('update', bad), otherMapId);
  };
  const presence: Attack = async ({ url }, target) => {
    await says(url, madeUpPresence(random, target.victim, counted.cases), mapId);
  };
  const frames: Attack = async ({ port }) => {
    const bytes = brokenFrames[Math.floor(random() * brokenFrames.length)] ?? Buffer.alloc(0);
    await endsSender(port, `/sync/${mapId}/content?as=raw`, bytes);
  };

  const intact = async (round: number): Promise<void> => {
    await cluster.allProgress();
    const ledger = await vi.waitFor(() => cluster.ledger(), healMsMax);
    expect({ round, ...ledger }).toEqual({ round, ...clean });
  };

  it('[FAULT19] [F19] [F1] a node is killed', async () => {
    for (let round = 0; round < rounds; round++) {
      await cluster.underLoad();
      const n = Math.floor(random() * nodeCount);
      await cluster.node(n).kill();
      await until('noticed', () => cluster.writersAt(n).every(({ map }) => map.status.kind === 'offline'));
      await cluster.node(n).start();
      await intact(round);
    }
  }, 600_000);

  it('[FAULT19] [F19] [F5] Redis is killed', async () => {
    for (let round = 0; round < rounds; round++) {
      await cluster.redis.kill();
      await cluster.underLoad();
      await intact(round);
      await cluster.redis.start();
      await intact(round);
    }
  }, 600_000);

  it('[FAULT19] [F19] [F11] some stop reading', async () => {
    const node = cluster.node(0);
    for (let round = 0; round < rounds; round++) {
      for (let n = 0; n < readers; n++)
        mute.push(await muteReader(node.url, mapId, `mute${round * readers + n}`));
      timers = cluster.allWriters.map(({ name, map }) =>
        setInterval(() => {
          const text = `${performance.now()} ${'x'.repeat(edit.bytes)}`;
          map.docs.content.getMap<string>(edit.field).set(`stp_1:per_${name}`, text);
        }, edit.everyMs),
      );
      const others = 2 * writersPerNode + attackers;
      await expect.poll(() => node.sockets(), { timeout: cutMsMax }).toBeLessThanOrEqual(others);
      for (const timer of timers) clearInterval(timer);
      for (const socket of mute.splice(0)) socket.terminate();
      await intact(round);
    }
  }, 600_000);

  it('[FAULT19] [FAULT3] [F19] at the end everybody has everything, once, and all agree', async () => {
    const enough = 300 * rounds;
    await until(`${enough} cases`, () => counted.cases - counted.cut >= enough, 120_000);
    over = true;
    await attacking;
    expect(await cluster.healed()).toEqual(clean);
    const contents = () =>
      new Set(cluster.allWriters.map(({ map }) => canonicalJson(map.docs.content.getMap('cards').toJSON())));
    await expect.poll(() => contents().size).toBe(1);
    for (const node of cluster.nodes) expect(node.errors).toBe('');
    expect(counted.refused).toBeGreaterThan(0);
    await Promise.all(cluster.allWriters.map(({ map }) => map.destroy()));
    for (const node of cluster.nodes)
      await expect
        .poll(() => node.held(), { timeout: healMsMax })
        .toEqual({ sockets: 0, maps: 0, unhandled: 0 });
    reportRow('F19', { seed, rounds, ...counted, ...clean });
  }, 300_000);
});
