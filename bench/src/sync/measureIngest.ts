import { percentile } from '../percentile.ts';
import { BenchClient } from './BenchClient.ts';
import { startFloodListener } from './FloodListener.ts';
import type { JobRoom } from './Job.ts';
import type { History } from './prepareHistory.ts';
import type { SyncServer } from './SyncServer.ts';

/** What a flood from one client gave. */
export interface Ingest {
  /** Edits that reached another client, per second. */
  readonly ingestRate: number;
  /** The rate of the last quarter as a share of that of the first: 1 is linear. */
  readonly ingestLinear: number;
  /** From a third client's edit to the second one, meanwhile. */
  readonly ingestOthersP99: number;
  /** Of the edits, how many came within the time limit. */
  readonly ingested: number;
}

const editsPerWrite = 50;

/** One client sends its edits as fast as the socket takes them, while somebody else edits at a human pace. */
export async function measureIngest(
  server: SyncServer,
  room: JobRoom,
  history: History,
  msMax: number,
): Promise<Ingest> {
  const { edits, yClient } = history.writer;
  const sender = await BenchClient.open(server, room, 0);
  try {
    if (server.answers) await sender.join();
    for (const update of history.board) await sender.send(sender.frame(update));
    const listener = await startFloodListener({
      server: { port: server.port, dialect: server.dialect, answers: server.answers },
      room,
      flood: { yClient, clocks: edits.map(({ clock }) => clock) },
      other: history.other,
    });
    const began = performance.timeOrigin + performance.now();
    const until = performance.now() + msMax;
    listener.begin();
    for (let at = 0; at < edits.length && performance.now() < until; at += editsPerWrite) {
      const frames = edits.slice(at, at + editsPerWrite).map(({ update }) => sender.frame(update));
      await sender.send(Buffer.concat(frames));
      // Whether it was sent away must be heard.
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    await atMost(Math.max(0, until - performance.now()), listener.all);
    const { arrivals, delays } = await listener.end();
    return { ...rates(arrivals, began), ingestOthersP99: percentile([...delays], 0.99) };
  } finally {
    await sender.close();
  }
}

function rates(arrivals: Float64Array, began: number): Omit<Ingest, 'ingestOthersP99'> {
  const at = (edit: number) => arrivals[edit] ?? Number.NaN;
  const quarter = Math.floor(arrivals.length / 4);
  const first = at(quarter - 1) - began;
  const last = at(quarter * 4 - 1) - at(quarter * 3 - 1);
  return {
    ingestRate: (arrivals.length * 1000) / (at(arrivals.length - 1) - began),
    ingestLinear: first / last,
    ingested: arrivals.length,
  };
}

/** Waits for a promise, but no longer than so. */
async function atMost(ms: number, promise: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([promise, over]);
  clearTimeout(timer);
}
