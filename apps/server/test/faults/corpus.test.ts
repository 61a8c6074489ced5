import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { canonicalJson } from '../../../../packages/journey-model/test/snapshotHash.ts';
import { brokenFrames } from '../hostile/brokenFrames.ts';
import { endsSender } from '../hostile/endsSender.ts';
import { type Condition, HostileProcess } from '../hostile/HostileProcess.ts';
import { heavyCases } from '../hostile/heavyCases.ts';
import { hostileRows, type Target } from '../hostile/hostileRows.ts';
import { madeUpPresence } from '../hostile/madeUpPresence.ts';
import { madeUpUpdate, realUpdates } from '../hostile/madeUpUpdates.ts';
import { askUpgrade } from '../hostile/rawUpgrade.ts';
import { targetOf } from '../hostile/targetOf.ts';
import { toldTo } from '../hostile/told.ts';
import { handshakeCases, headerCases, originCases, pathCases } from '../hostile/upgradeCases.ts';
import { upgradeBytes } from '../hostile/upgradeRequest.ts';
import { syncFrame } from '../protocol/frames.ts';
import { PlainClient } from '../protocol/PlainClient.ts';
import { faultSize, reportRow } from './faultRows.ts';
import { seeded } from './seeded.ts';

const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31));
const size = faultSize('corpus');
/** For others, and for whoever asks right behind an attack: of the processor, which a busy machine does not stretch. */
const turnCpuMsMax = 100;
const answerCpuMsMax = 200;
const rssGrowthMax = 1.05;
const passesMax = 4;
/** Each lets the server take at least one turn. */
const socketWaitsMax = 1_000;
const emptyState = Uint8Array.of(0, 0);

/** Sends one hostile thing and resolves when the server has had its say. */
type Attack = () => Promise<unknown>;

describe(`the corpus against a process, seed ${seed}`, () => {
  let server: HostileProcess;
  let probe: PlainClient;
  const spent = { cases: 0, turnCpuMs: 0, answerCpuMs: 0, delayMs: 0, answerMs: 0, rssMiB: 0, growth: 0 };
  /** How uploads were answered. */
  const uploads: number[] = [];
  /** After what somebody else waited too long for an answer. */
  const slow: string[] = [];
  let people = 0;

  const join = (as: string, speaks = true, mapId = server.facts.mapId): PlainClient =>
    new PlainClient(`${server.facts.syncUrl}/${mapId}/content?ack=1&as=${as}`, { speaks });
  const work = async (): Promise<void> => {
    probe.doc.getMap('emotionScores').set('work', spent.cases);
    await probe.saved();
  };

  beforeAll(async () => {
    process.stdout.write(`fault seed ${seed} (set FAULT_SEED to repeat)\n`);
    server = await HostileProcess.start();
    probe = await join('probe').ready();
  }, 120_000);
  afterAll(async () => {
    probe.drop();
    await server.kill();
  });

  /** The card that attackers know; some of them may have written another in its place. */
  const target = async (): Promise<Target> => {
    const card = new Y.Map();
    probe.doc.getMap('cards').set('crd_probe1', card);
    card.set('text.en', new Y.Text('work'));
    card.set('kind', 'NOTE');
    await probe.saved();
    return targetOf(probe.doc, probe.doc.clientID);
  };

  /** A new peer says something to the map. */
  const says = async (frames: readonly Uint8Array[], mapId?: string): Promise<Attack> => {
    people += 1;
    const peer = join(`attacker${people}`, false, mapId);
    await peer.got('step1');
    return async () => {
      const from = peer.frames.length;
      for (const frame of frames) peer.send(frame);
      peer.send(syncFrame('step2', emptyState));
      await toldTo(peer, from);
      peer.drop();
    };
  };

  const surfaces: Readonly<Record<string, (random: () => number) => AsyncGenerator<Attack>>> = {
    async *updates(random) {
      const known = await target();
      for (const row of hostileRows)
        for (let step = 0; step < 5; step++)
          yield await says([syncFrame(step % 2 === 0 ? 'step2' : 'update', row.make(known, step))]);
      for (const update of realUpdates(random)) {
        for (let n = 0; n < 5 * size; n++) {
          yield await says([syncFrame('update', update.subarray(0, Math.floor(random() * update.length)))]);
          const bad = update.slice();
          const at = Math.floor(random() * bad.length);
          bad[at] = (bad[at] ?? 0) ^ (1 << Math.floor(random() * 8));
          yield await says([syncFrame('update', bad)]);
        }
      }
      for (let n = 0; n < 100 * size; n++)
        yield await says([syncFrame('update', madeUpUpdate(random, known))]);
    },
    async *presence(random) {
      for (let n = 0; n < 200 * size; n++) yield await says([madeUpPresence(random, probe.doc.clientID, n)]);
    },
    async *frames(random) {
      const path = `/sync/${server.facts.mapId}/content?as=raw`;
      const send =
        (bytes: Buffer): Attack =>
        () =>
          endsSender(server.facts.syncPort, path, bytes);
      for (const bytes of brokenFrames) yield send(bytes);
      for (let n = 0; n < 30 * size; n++) {
        const noise = Array.from({ length: 20 + Math.floor(random() * 200) }, () =>
          Math.floor(random() * 256),
        );
        yield send(Buffer.concat([Buffer.from(noise), Buffer.alloc(70_000, 0xff)]));
      }
    },
    async *upgrades() {
      const { doorUrl, cookie } = server.facts;
      const { host, port } = new URL(doorUrl);
      const target = '/sync/map_absent000001/content';
      const cases = [
        ...originCases(target, Number(port), 'HTTP 403'),
        ...pathCases('map_absent000001'),
        ...headerCases(target),
        ...handshakeCases(target, host),
      ];
      for (const { request } of cases)
        yield () => askUpgrade(Number(port), upgradeBytes(request, { host, origin: doorUrl, cookie }), true);
    },
    async *heavy() {
      for (const [at, { way, update }] of heavyCases().entries()) {
        const mapId = server.facts.heavyMapIds[at];
        people += 1;
        const query = `as=heavy${people}&epoch=${server.facts.heavyEpochs[at]}`;
        const address = `${server.facts.syncUrl.replace('ws', 'http')}/${mapId}/content/work?${query}`;
        const headers = { 'content-type': 'application/octet-stream' };
        const upload = { method: 'POST', headers, body: new Uint8Array(update) };
        if (way !== 'upload') yield await says([syncFrame(way, update)], mapId);
        else yield async () => uploads.push((await fetch(address, upload)).status);
      }
    },
  };

  /** Attacks once all over, somebody else working behind each attack; the condition the server is in afterwards. */
  const pass = async (name: string, attacks: AsyncGenerator<Attack>): Promise<Condition> => {
    for await (const attack of attacks) {
      spent.cases += 1;
      const [cpuMs, startedAt] = [server.cpuMs, performance.now()];
      const attacked = attack();
      await work();
      spent.answerMs = Math.max(spent.answerMs, performance.now() - startedAt);
      const answerCpuMs = server.cpuMs - cpuMs;
      spent.answerCpuMs = Math.max(spent.answerCpuMs, answerCpuMs);
      if (answerCpuMs >= answerCpuMsMax) slow.push(`${name} ${spent.cases}: ${answerCpuMs} ms`);
      await attacked;
    }
    let condition = await server.condition();
    let { longestCpuMs } = condition;
    for (let waits = 0; condition.sockets > 1 && waits < socketWaitsMax; waits++) {
      condition = await server.condition();
      longestCpuMs = Math.max(longestCpuMs, condition.longestCpuMs);
    }
    spent.turnCpuMs = Math.max(spent.turnCpuMs, longestCpuMs);
    spent.delayMs = Math.max(spent.delayMs, condition.longestDelayMs);
    return { ...condition, longestCpuMs };
  };

  it('the yardsticks see a turn that is too long, and memory that is kept', async () => {
    const before = await server.condition();
    const spun = await server.condition({ order: 'spin', amount: 150 });
    expect(spun.longestCpuMs).toBeGreaterThan(turnCpuMsMax);
    const held = await server.condition({ order: 'hold', amount: Math.ceil(before.rssBytes * 0.1) });
    expect(held.rssBytes).toBeGreaterThan(before.rssBytes * rssGrowthMax);
  });

  it.each(Object.entries(surfaces))(
    '[HOSTILE4] %s: nobody else is held up, and nothing of it stays',
    async (name, make) => {
      const passes = [await pass(name, make(seeded(seed)))];
      // What grows with each pass never settles.
      let growth = Number.POSITIVE_INFINITY;
      while (growth > rssGrowthMax && passes.length < passesMax) {
        const highest = Math.max(...passes.map(({ rssBytes }) => rssBytes));
        const next = await pass(name, make(seeded(seed)));
        passes.push(next);
        growth = next.rssBytes / highest;
        spent.rssMiB = next.rssBytes / 2 ** 20;
      }
      spent.growth = Math.max(spent.growth, growth);
      for (const { longestCpuMs, unhandled, pending, sockets } of passes)
        expect([longestCpuMs < turnCpuMsMax, unhandled, pending, sockets]).toEqual([true, 0, 0, 1]);
      expect(slow).toEqual([]);
      // What is heaviest must have got as far as the document.
      if (name === 'heavy') expect(uploads.slice(0, 7)).toEqual([200, 200, 413, 400, 400, 200, 413]);
      expect([growth <= rssGrowthMax, server.alive, server.errors]).toEqual([true, true, '']);
      const reader = await join('reader').ready();
      await work();
      const contents = (doc: Y.Doc): string =>
        canonicalJson(['cards', 'emotionScores', 'emotionWords'].map((root) => doc.getMap(root).toJSON()));
      await reader.until('the same', (doc) => contents(doc) === contents(probe.doc));
      reader.drop();
    },
    240_000 * size,
  );

  it('[HOSTILE4] says what it came to', () => {
    const figures = Object.entries(spent).map(([name, value]) => [name, Math.round(value * 100) / 100]);
    reportRow('corpus', { seed, ...Object.fromEntries(figures) });
    expect(spent.cases).toBeGreaterThan(1_000);
  });
});
