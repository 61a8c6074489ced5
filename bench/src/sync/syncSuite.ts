import { formatNumber } from '../formatNumber.ts';
import { startBenchServer } from '../jejak/startBenchServer.ts';
import { median } from '../median.ts';
import type { Section, Suite } from '../Section.ts';
import { measureSync, type SyncRound } from './measureSync.ts';
import { type Board, prepareBoard } from './prepareBoard.ts';
import type { SyncServer } from './SyncServer.ts';
import { startSyncPeer, syncPeers } from './startSyncPeer.ts';

const rounds = 3;
const seed = 20_261_121;
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
    pids: [server.pid],
    dialect: 'plain',
    answers: true,
    async rooms(count, clients) {
      const rooms = [];
      for (let n = 0; n < count; n++) {
        const mapId = await server.createMap(`Bench ${n}`);
        const headers = Array.from({ length: clients }, (_, client) => server.headersOf(client + n));
        rooms.push({ room: mapId, path: `/sync/${mapId}/content?ack=1`, headers });
      }
      return rooms;
    },
    close: () => server.close(),
  };
}

/** Live sync of one lively map, of one map at its limit and of 50 maps at once. */
export const syncSuite: Suite = {
  name: 'sync',
  async run(say) {
    const board = prepareBoard(200, 50, 1_200, seed);
    const results = new Map<string, SyncRound[]>(starters.map(({ name }) => [name, []]));
    for (let round = 1; round <= rounds; round++) {
      for (const { name, start } of starters) {
        const result = await measureOnce(start, board);
        results.get(name)?.push(result);
        say(`round ${round}, ${name}: ${summary(result)}`);
      }
    }
    return [liveSection(results)];
  },
};

async function measureOnce(start: () => Promise<SyncServer>, board: Board): Promise<SyncRound> {
  const server = await start();
  try {
    return await measureSync(server, board);
  } finally {
    await server.close();
  }
}

function summary(round: SyncRound): string {
  const { seenP50, seenP99, oneMapDeliveries, manyMapsDeliveries, missing } = round;
  const rates = `${formatNumber(oneMapDeliveries)}/s on one map, ${formatNumber(manyMapsDeliveries)}/s on 50`;
  return `seen ${formatNumber(seenP50)} / ${formatNumber(seenP99)} ms, ${rates}, ${missing} missing`;
}

function liveSection(results: ReadonlyMap<string, readonly SyncRound[]>): Section {
  const names = [...results.keys()];
  const row = (title: string, ...keys: (keyof SyncRound)[]) => [
    title,
    ...names.map((name) =>
      keys
        .map((key) => formatNumber(median((results.get(name) ?? []).map((round) => round[key]))))
        .join(' / '),
    ),
  ];
  return {
    title: 'Live sync',
    notes: [
      `A delivery is one edit seen by one other client. A board of 200 cards; edits are 60 % moves, 15 % fields, 25 % text, made beforehand with the operations of the model. Medians of ${rounds} interleaved rounds.`,
      'The rates are the best of growing numbers of edits under way whose p99 (send to arrival at the last client) stays within 250 ms. The y-websocket row is the algorithm of its own server, written anew for the bench; peers neither know who is there nor store anything. Processor time is that of the server process, without its database.',
    ],
    head: ['Measure', ...names],
    rows: [
      row('50 clients, 50 edits/s: seen by all p50 / p99, ms', 'seenP50', 'seenP99'),
      row('the same: edit to acknowledged p95 / p99, ms', 'ackP95', 'ackP99'),
      row('the same: server CPU µs per delivery', 'cpuPerDelivery'),
      row('one map × 50 clients, deliveries/s', 'oneMapDeliveries'),
      row('the same: p99, ms', 'oneMapP99'),
      row('50 maps × 4 clients, deliveries/s', 'manyMapsDeliveries'),
      row('the same: p99, ms', 'manyMapsP99'),
      row('the same: server CPU µs per edit', 'cpuPerEdit'),
      row('edits that did not reach everybody', 'missing'),
    ],
  };
}
