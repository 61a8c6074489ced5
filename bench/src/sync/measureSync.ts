import type { Phase } from './Job.ts';
import { LoadProcess, type MeasuredPhase } from './LoadProcess.ts';
import type { Board } from './prepareBoard.ts';
import type { SyncServer } from './SyncServer.ts';

/** What one round on one server gave. Rates per second, times in milliseconds, costs in microseconds. */
export interface SyncRound {
  readonly seenP50: number;
  readonly seenP99: number;
  readonly ackP95: number;
  readonly ackP99: number;
  readonly cpuPerDelivery: number;
  readonly oneMapDeliveries: number;
  readonly oneMapP99: number;
  readonly manyMapsDeliveries: number;
  readonly manyMapsP99: number;
  readonly cpuPerEdit: number;
  readonly missing: number;
}

const paced: Phase = { kind: 'paced', editsPerSecond: 50, ms: 4_000 };
/** What the first seconds take is compiling, and not counted: a server runs for weeks. */
const warmMs = { paced: 15_000, full: 3_000 } as const;
const p99Max = 250;
const windows = [2, 6, 10, 16, 25, 40];
const windowMs = 1_200;
/** As many as the fastest server takes in all windows of one map, and as much again. */
export const editsOfEach = 6_000;

/** One round: a lively map, then as much as one map takes, then as much as 50 maps take. */
export async function measureSync(server: SyncServer, board: Board): Promise<SyncRound> {
  const lively = await withLoad(server, board, 1, 50, async (load) => {
    await load.run({ ...paced, ms: warmMs.paced });
    return load.run(paced);
  });
  const one = await saturate(server, board, 1, 50);
  const many = await saturate(server, board, 50, 4);
  return {
    seenP50: lively.seenP50,
    seenP99: lively.seenP99,
    ackP95: lively.ackP95,
    ackP99: lively.ackP99,
    cpuPerDelivery: (lively.serverCpu * 1e6) / lively.deliveries,
    oneMapDeliveries: one.deliveries / one.seconds,
    oneMapP99: one.seenP99,
    manyMapsDeliveries: many.deliveries / many.seconds,
    manyMapsP99: many.seenP99,
    cpuPerEdit: (many.serverCpu * 1e6) / many.edits,
    missing: lively.missing + one.missing + many.missing,
  };
}

/** The best throughput whose p99 stays within the limit, over growing windows. */
async function saturate(
  server: SyncServer,
  board: Board,
  rooms: number,
  clients: number,
): Promise<MeasuredPhase> {
  return withLoad(server, board, rooms, clients, async (load) => {
    await load.run({ kind: 'window', perWriter: 16, warmMs: warmMs.full, ms: 100 });
    let best: MeasuredPhase | null = null;
    for (const perWriter of windows) {
      const result = await load.run({ kind: 'window', perWriter, warmMs: 300, ms: windowMs });
      if (result.seconds < (0.9 * windowMs) / 1_000) throw new Error(`${server.name} used up all edits`);
      if (result.edits === 0) break;
      const within = result.seenP99 <= p99Max && result.missing === 0;
      if (best === null || (within && rate(result) > rate(best))) best = result;
      if (!within) break;
    }
    if (best === null) throw new Error(`${server.name} delivered nothing`);
    return best;
  });
}

const rate = (result: MeasuredPhase) => result.deliveries / result.seconds;

async function withLoad<T>(
  server: SyncServer,
  board: Board,
  rooms: number,
  clients: number,
  use: (load: LoadProcess) => Promise<T>,
): Promise<T> {
  const load = await LoadProcess.start(
    {
      port: server.port,
      dialect: server.dialect,
      answers: server.answers,
      rooms: await server.rooms(rooms, clients),
      writers: board.writers.slice(0, clients),
      board: board.updates,
    },
    server.pids,
  );
  try {
    return await use(load);
  } finally {
    await load.stop();
  }
}
