import { formatNumber } from '../formatNumber.ts';
import { startBenchServer } from '../jejak/startBenchServer.ts';
import { median } from '../median.ts';
import type { Section, Suite } from '../Section.ts';
import type { ComparedPart, Figures, SyncPart } from './SyncPart.ts';
import type { SyncServer } from './SyncServer.ts';
import { startSyncPeer, syncPeers } from './startSyncPeer.ts';
import { syncParts } from './syncParts.ts';

const ours = 'Jejak (signed in, checked, journaled)';

/** Each server is started anew for each round, and rounds are interleaved, so that noise falls on all alike. */
const starters: readonly { readonly name: string; start(): Promise<SyncServer> }[] = [
  ...(Object.keys(syncPeers) as (keyof typeof syncPeers)[]).map((name) => ({
    name,
    start: () => startSyncPeer(name),
  })),
  { name: ours, start: startOurs },
];

async function startOurs(): Promise<SyncServer> {
  const server = await startBenchServer();
  return {
    name: ours,
    port: server.port,
    get pids() {
      return [server.pid];
    },
    dialect: 'plain',
    answers: true,
    packs: '&deflate=1',
    async rooms(count, clients) {
      const rooms = [];
      for (let n = 0; n < count; n++) {
        const mapId = await server.createMap(`Bench ${n}`);
        const headers = Array.from({ length: clients }, (_, client) => server.headersOf(client + n));
        rooms.push({ room: mapId, path: `/sync/${mapId}/content?ack=1`, headers });
      }
      return rooms;
    },
    restart: () => server.startAgain(),
    close: () => server.close(),
  };
}

/** Live sync: one lively map, one at its limit, 50 at once, a large one with a past, cursors, reconnects. */
export const syncSuite: Suite = {
  name: 'sync',
  parts: Object.keys(syncParts),
  async run(say, choice) {
    const section: Section = { ...about, rows: [] };
    const rows: (readonly string[])[] = [];
    for (const [name, make] of Object.entries(syncParts)) {
      if (choice.parts.length > 0 && !choice.parts.includes(name)) continue;
      const part = make();
      if (part.long && choice.parts.length === 0 && !choice.long) continue;
      rows.push(...(await measurePart(part, say)));
    }
    return [{ ...section, rows }];
  },
};

const about = {
  title: 'Live sync',
  notes: [
    'A delivery is one edit seen by one other client. A board of 200 cards; edits are 60 % moves, 15 % fields, 25 % text, made beforehand with the operations of the model. Medians of 3 interleaved rounds; what is below the first ten lines is one round.',
    'The rates are the best of growing numbers of edits under way whose p99 (send to arrival at the last client) stays within 250 ms. All run on the same ws and Yjs. Peers neither know who is there nor check anything, and but for LevelDB they store nothing. Processor time is that of the server process, without its database, all its threads; every server has run for 15 s at 50 edits/s, or for 3 s at full speed, before it is measured.',
    'The large map has 2,000 cards, and 100,000 edits of one field or one letter made it what it is. A join is from the question to the last byte of the answer, on an open socket; ours takes the document packed, as browsers do, and the first gets it plain while it is packed for the others. Twenty join at one moment seven times over. Before it another map has had the first 20,000 of them. Meanwhile somebody else makes 50 edits a second. Servers that take the flood too slowly are stopped after 8 s and given the rest at once. A peer whose measurement failed shows –. “Held” is the longest answer to a ping of a third process; the load generator is on the same processors.',
  ],
  head: ['Measure', ...starters.map(({ name }) => name)],
};

async function measurePart(part: SyncPart, say: (text: string) => void): Promise<string[][]> {
  const results = new Map<string, Figures[]>(starters.map(({ name }) => [name, []]));
  for (let round = 1; round <= part.rounds; round++) {
    for (const { name, start } of starters) {
      if ('measureOurs' in part && name !== ours) continue;
      const figures =
        'measureOurs' in part
          ? await part.measureOurs()
          : await measureOnce(start, part).catch((error: unknown): Figures => {
              if (name === ours) throw error;
              // What the others reach is worth keeping.
              say(`${part.name}, round ${round}, ${name} could not be measured: ${String(error)}`);
              return {};
            });
      results.get(name)?.push(figures);
      say(`${part.name}, round ${round}, ${name}: ${summary(part, figures)}`);
    }
  }
  return part.lines.map(({ title, figures }) => [
    title,
    ...[...results.values()].map((rounds) =>
      figures
        .map((figure) => formatNumber(median(rounds.map((each) => each[figure] ?? Number.NaN))))
        .join(' / '),
    ),
  ]);
}

async function measureOnce(start: () => Promise<SyncServer>, part: ComparedPart): Promise<Figures> {
  const server = await start();
  try {
    return await part.measure(server);
  } finally {
    await server.close();
  }
}

function summary(part: SyncPart, figures: Figures): string {
  return part.lines
    .map((each) => each.figures.map((name) => formatNumber(figures[name] ?? Number.NaN)).join('/'))
    .join(', ');
}
