import * as Y from 'yjs';
import { percentile } from '../percentile.ts';
import { BenchClient } from './BenchClient.ts';
import { readUpdateHead, type Writer } from './Edit.ts';
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
const otherEveryMs = 50;

/** One client sends its edits as fast as the socket takes them, while somebody else edits at a human pace. */
export async function measureIngest(
  server: SyncServer,
  room: JobRoom,
  history: History,
  msMax: number,
): Promise<Ingest> {
  const { edits, yClient } = history.writer;
  const times: number[] = [];
  const flood = new Arrivals(history.writer, () => times.push(performance.now()));
  const sentAt: number[] = [];
  const delays: number[] = [];
  const other = new Arrivals(history.other, (n) => delays.push(performance.now() - (sentAt[n] ?? 0)));
  const reach = (client: number, clock: number) => {
    if (client === yClient) flood.reach(clock);
    else if (client === history.other.yClient) other.reach(clock);
  };
  const onUpdate = (bytes: Buffer, from: number) => {
    const head = readUpdateHead(bytes, from);
    // Some servers merge several updates into one: look into those.
    if (head.clients === 1) reach(head.yClient, head.clock + head.structs);
    else if (head.clients > 1)
      for (const { id, length } of Y.decodeUpdate(bytes.subarray(from)).structs)
        reach(id.client, id.clock + length);
  };
  const sender = await BenchClient.open(server, room, 0);
  const watcher = await BenchClient.open(server, room, 1, { onUpdate });
  const third = await BenchClient.open(server, room, 2);
  const all = [sender, watcher, third];
  try {
    if (server.answers) for (const client of all) await client.join();
    for (const update of history.board) await sender.send(sender.frame(update));
    const began = performance.now();
    const timer = setInterval(() => {
      const edit = history.other.edits[sentAt.length];
      if (edit === undefined) return;
      sentAt.push(performance.now());
      void third.send(third.frame(edit.update));
    }, otherEveryMs);
    const until = began + msMax;
    for (let at = 0; at < edits.length && performance.now() < until; at += editsPerWrite) {
      const frames = edits.slice(at, at + editsPerWrite).map(({ update }) => sender.frame(update));
      await sender.send(Buffer.concat(frames));
      // The others are in this process too and must be heard.
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    while (times.length < edits.length && performance.now() < until) await delay(5);
    clearInterval(timer);
    const quarter = Math.floor(times.length / 4);
    const first = (times[quarter - 1] ?? Number.NaN) - began;
    const last = (times[quarter * 4 - 1] ?? Number.NaN) - (times[quarter * 3 - 1] ?? Number.NaN);
    return {
      ingestRate: (times.length * 1000) / ((times.at(-1) ?? Number.NaN) - began),
      ingestLinear: first / last,
      ingestOthersP99: percentile(delays, 0.99),
      ingested: times.length,
    };
  } finally {
    for (const client of all) await client.close();
  }
}

/** How far a writer's edits have come. */
class Arrivals {
  readonly #writer: Writer;
  readonly #onArrival: (edit: number) => void;
  #arrived = 0;

  constructor(writer: Writer, onArrival: (edit: number) => void) {
    this.#writer = writer;
    this.#onArrival = onArrival;
  }

  /** All edits below a clock are there. */
  reach(clock: number): void {
    for (;;) {
      const next = this.#writer.edits[this.#arrived];
      if (next === undefined || next.clock >= clock) return;
      this.#onArrival(this.#arrived);
      this.#arrived += 1;
    }
  }
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
