import { cpuSeconds } from '../cpuSeconds.ts';
import { BenchClient } from './BenchClient.ts';
import { type Ingest, measureIngest } from './measureIngest.ts';
import { type Joins, measureJoins } from './measureJoins.ts';
import type { History } from './prepareHistory.ts';
import type { SyncServer } from './SyncServer.ts';

/** A large map's past: taking it in, and serving it to joiners. */
export interface HistoryRound extends Ingest, Partial<Joins> {
  /** Processor time of the server per edit of the flood, in microseconds. */
  readonly ingestCpu: number;
}

/** A flood is merged so long after it at the latest: restarting in the middle of that is another measure. */
const mergedMs = 8_000;
const ingestMsMax = 8_000;
/** What the first seconds take is compiling, and not counted. */
const warm = { edits: 20_000, msMax: 6_000 } as const;
/** A server that keeps what it took must take all of it, as it is not given the rest at once. */
const keeperMsMax = 45_000;

/** Floods a new map with its history, once another one has had a part of it, then joins it. */
export async function measureHistory(server: SyncServer, history: History): Promise<HistoryRound> {
  const [room, another] = await server.rooms(2, 10);
  if (room === undefined || another === undefined) throw new Error('no room');
  const { writer } = history;
  const first = { ...history, writer: { ...writer, edits: writer.edits.slice(0, warm.edits) } };
  await measureIngest(server, another, first, warm.msMax);
  // Some servers forget a map that nobody is in.
  const keeper = await BenchClient.open(server, room, 3);
  try {
    if (server.answers) await keeper.join();
    const whole = server.restart !== undefined;
    const cpu = () => server.pids.reduce((sum, pid) => sum + cpuSeconds(pid), 0);
    const before = cpu();
    const flood = await measureIngest(server, room, history, whole ? keeperMsMax : ingestMsMax);
    const ingest = { ...flood, ingestCpu: ((cpu() - before) * 1e6) / flood.ingested };
    if (!server.answers) return ingest;
    if (!whole) await keeper.send(keeper.frame(history.state));
    return { ...ingest, ...(await measureJoins(server, room, () => delay(mergedMs))) };
  } finally {
    await keeper.close();
  }
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
