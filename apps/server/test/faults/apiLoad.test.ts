import { WebhookReceiver } from '@jejak/testbed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Follower } from '../stories/Follower.ts';
import { until } from '../sync/until.ts';
import { ApiBed } from './ApiBed.ts';
import { ApiProgram, type Desk } from './ApiProgram.ts';
import { faultSize, reportRow } from './faultRows.ts';
import { seeded } from './seeded.ts';

const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31));
const programsPerMap = 3;
const takenOverMs = 31_000;
const healMsMax = 60_000;

interface Told {
  readonly journeyEvents: { readonly id: string; readonly cursor: string; readonly kind: string };
}

interface Happened {
  readonly id: string;
  readonly kind: string;
  readonly recordId: string | null;
  readonly after?: { readonly text?: { readonly en: string } } | null;
}

const query = 'subscription($id:ID!,$after:String){journeyEvents(mapId:$id,after:$after){id cursor kind}}';

/** Somebody who follows a map whatever happens: at the other node behind the last cursor, each time it is cut off. */
class Reader {
  readonly heard: Told['journeyEvents'][] = [];
  readonly failures: unknown[] = [];
  readonly #bed: ApiBed;
  readonly #mapId: string;
  #follower: Follower<Told> | null = null;
  #stopped = false;
  readonly #running: Promise<void>;

  constructor(bed: ApiBed, mapId: string, token: string, after: string, at: number) {
    this.#bed = bed;
    this.#mapId = mapId;
    this.#running = this.#run(token, after, at);
  }

  async #run(token: string, beginning: string, first: number): Promise<void> {
    for (let at = first; !this.#stopped; at += 1) {
      const after = this.heard.at(-1)?.cursor ?? beginning;
      const { wsUrl } = this.#bed.node(at % this.#bed.nodes.length);
      this.#follower = new Follower<Told>(wsUrl, token, query, { id: this.#mapId, after });
      const over = await this.#follower.over;
      this.heard.push(...this.#follower.heard.map(({ journeyEvents }) => journeyEvents));
      if (Array.isArray(over)) this.failures.push(over);
      // A node that is away refuses at once.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** All it has heard by now. */
  get all(): readonly Told['journeyEvents'][] {
    return [...this.heard, ...(this.#follower?.heard.map(({ journeyEvents }) => journeyEvents) ?? [])];
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#follower?.cut();
    await this.#running;
  }
}

describe(`nodes killed under programs, readers and a receiver, seed ${seed}`, () => {
  const random = seeded(seed);
  const mapIds: string[] = [];
  const programs: ApiProgram[] = [];
  const desks = new Map<ApiProgram, Desk>();
  const readers = new Map<string, Reader>();
  let bed: ApiBed;
  let receiver: WebhookReceiver;

  beforeAll(async () => {
    process.stdout.write(`fault seed ${seed} (set FAULT_SEED to repeat)\n`);
    bed = await ApiBed.start();
    receiver = await WebhookReceiver.start();
    const { workspaceId } = bed.team;
    const made = await bed.call({
      name: 'createPersonalToken',
      input: { name: 'Reader', scopes: ['maps:read', 'events:read'] },
      select: 'secret',
    });
    for (let m = 0; m < 2; m += 1) await beginMap(workspaceId, String(made.secret), m);
    const input = { workspaceId, url: receiver.url() };
    await bed.call({ name: 'createWebhook', input, select: 'webhook{id}' });
  }, 120_000);
  afterAll(async () => {
    for (const reader of readers.values()) await reader.stop();
    await receiver?.close();
    await bed?.stop();
  });

  /** A map with a card for each of its programs, and somebody who follows it. */
  async function beginMap(workspaceId: string, token: string, m: number): Promise<void> {
    const { map } = (await bed.call({
      name: 'createMap',
      input: { workspaceId, title: 'Under load', template: 'DIGITAL', locale: 'EN' },
      select: 'map{id stages{id} lanes{id kind}}',
    })) as unknown as {
      map: { id: string; stages: { id: string }[]; lanes: { id: string; kind: string }[] };
    };
    mapIds.push(map.id);
    const [stageId, laneId] = [
      map.stages[0]?.id ?? '',
      map.lanes.find(({ kind }) => kind === 'ACTION')?.id ?? '',
    ];
    for (let n = 0; n < programsPerMap; n += 1) {
      const name = `m${m}p${n}`;
      const { card } = (await bed.call({
        name: 'addCard',
        input: { mapId: map.id, columnId: stageId, laneId, text: { en: '' } },
        select: 'card{id}',
      })) as unknown as { card: { id: string } };
      const desk = { mapId: map.id, stageId, laneId, cardId: card.id };
      const program = new ApiProgram(bed, name, desk, random);
      programs.push(program);
      desks.set(program, desk);
    }
    const { lastEventCursor } = await bed.read<{ lastEventCursor: string }>(
      'journeyMap',
      'query($id:ID!){journeyMap(id:$id){lastEventCursor}}',
      { id: map.id },
    );
    readers.set(map.id, new Reader(bed, map.id, token, lastEventCursor, m));
  }

  /** All that is kept of a map behind its beginning, page by page. */
  async function history(mapId: string): Promise<readonly Happened[]> {
    const all: Happened[] = [];
    for (let after: string | null = null; ; ) {
      interface Page {
        readonly events: { nodes: Happened[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
      }
      const { events }: Page = await bed.read<Page>(
        'journeyMap',
        `query($id:ID!,$after:String){journeyMap(id:$id){events(first:100,after:$after){
          nodes{id kind recordId ...on CardAdded{after{text{en}}}} pageInfo{hasNextPage endCursor}}}}`,
        { id: mapId, after },
      );
      all.push(...events.nodes);
      if (!events.pageInfo.hasNextPage) return all.slice(1 + programsPerMap);
      after = events.pageInfo.endCursor;
    }
  }

  const answeredCount = () => programs.reduce((sum, { answered }) => sum + answered.length, 0);

  it('[FAULT22] [F22] every call is done once, whole, and answered the same for ever', async () => {
    for (const program of programs) program.start();
    const rounds = faultSize('F23');
    for (let round = 0; round < rounds; round += 1) {
      const enough = answeredCount() + 5 + Math.floor(random() * 30);
      await until('enough is answered', () => answeredCount() >= enough, healMsMax);
      // Now and then the receiver fails, or never answers.
      receiver.answers.push(500);
      if (random() < 0.5) receiver.silent.add('/hook');
      const node = bed.node(Math.floor(random() * bed.nodes.length));
      await node.kill();
      receiver.silent.clear();
      receiver.drop();
      await node.start();
      await bed.ahead(takenOverMs);
    }
    await Promise.all(programs.map((program) => program.stop()));
    const refused = programs.flatMap(({ answered }) => answered.filter(({ answer }) => 'code' in answer));
    expect(refused).toEqual([]);
    for (const mapId of mapIds) {
      const { cards } = await bed.read<{ cards: { nodes: { id: string; text: { en: string } }[] } }>(
        'journeyMap',
        'query($id:ID!){journeyMap(id:$id){cards(first:1000){nodes{id text{en}}}}}',
        { id: mapId },
      );
      const own = programs.filter((program) => desks.get(program)?.mapId === mapId);
      const wanted = own.flatMap((program) => [...program.addedTexts, program.text]);
      expect(cards.nodes.map(({ text }) => text.en).sort()).toEqual(wanted.sort());
    }
    const differing: unknown[] = [];
    for (const { answered } of programs)
      for (const { call, answer } of answered.slice(-10))
        for (const at of [0, 1]) {
          const again = await bed.call(call, at);
          if (JSON.stringify(again) !== JSON.stringify(answer)) differing.push({ call, answer, again });
        }
    expect(differing).toEqual([]);
    reportRow('F22', { seed, kills: rounds, calls: answeredCount(), twice: 0, lost: 0 });
  }, 3_600_000);

  it('[FAULT23] [F23] who follows hears each event once, in the order of the log, whichever node tells', async () => {
    let events = 0;
    for (const [mapId, reader] of readers) {
      const log = await history(mapId);
      await until('all is heard', () => reader.all.length >= log.length, healMsMax);
      expect(reader.all.map(({ id }) => id)).toEqual(log.map(({ id }) => id));
      expect(reader.failures).toEqual([]);
      // What was told is what the calls did.
      const own = programs.filter((program) => desks.get(program)?.mapId === mapId);
      const added = log.flatMap(({ kind, after }) => (kind === 'CARD_ADDED' ? [after?.text?.en ?? ''] : []));
      expect(added.sort()).toEqual(own.flatMap(({ addedTexts }) => addedTexts).sort());
      events += log.length;
    }
    reportRow('F23', { seed, kills: faultSize('F23'), events, missed: 0, twice: 0 });
  }, 120_000);

  it('[FAULT24] [F24] the receiver is told of each event, and of each delivery the same', async () => {
    const wanted = (await Promise.all(mapIds.map(history))).flat().map(({ id }) => id);
    const told = () => new Set(mapIds.flatMap((mapId) => receiver.told(mapId)));
    for (let rounds = 0; rounds < 30 && wanted.some((id) => !told().has(id)); rounds += 1) {
      const before = receiver.received.length;
      // What is to be sent again becomes due.
      await bed.ahead(60_000);
      await until('something comes', () => receiver.received.length > before, 5_000).catch(() => {});
    }
    expect(wanted.filter((id) => !told().has(id))).toEqual([]);
    const bodies = new Map<string, Set<string>>();
    for (const { body, text } of receiver.received)
      bodies.set(body.id, (bodies.get(body.id) ?? new Set()).add(text));
    expect([...bodies.values()].filter(({ size }) => size > 1)).toEqual([]);
    const ids = [...bodies.values()].flatMap(([text = '{}']) =>
      (JSON.parse(text) as { events: { id: string }[] }).events.map(({ id }) => id),
    );
    // Each event is in one delivery.
    expect(ids).toHaveLength(new Set(ids).size);
    const deliveries = bed.database.connection.collection('webhookDeliveries');
    await expect.poll(() => deliveries.distinct('state'), { timeout: healMsMax }).toEqual(['DELIVERED']);
    const again = receiver.received.length - bodies.size;
    reportRow('F24', { seed, events: wanted.length, deliveries: bodies.size, sent_again: again, lost: 0 });
  }, 240_000);

  it('[FAULT22] no node complains', async () => {
    for (const node of bed.nodes) expect(await node.unhandled()).toBe(0);
    expect(bed.errors).toBe('');
  });
});
