import * as Y from 'yjs';
import { BenchClient } from './BenchClient.ts';
import type { JobRoom } from './Job.ts';
import type { History } from './prepareHistory.ts';
import type { SyncServer } from './SyncServer.ts';

/** How long until everybody is back, in seconds. */
export interface ReconnectRound {
  readonly backUpToDate: number;
  readonly backCold: number;
}

const people = 1_000;
/** What the first ones take is compiling, and not counted. */
const warm = 200;

/** 1,000 clients come at once to a map of 2,000 cards: with a copy of it, then without. */
export async function measureReconnects(server: SyncServer, history: History): Promise<ReconnectRound> {
  const [room] = await server.rooms(1, 10);
  if (room === undefined || !server.answers) return { backUpToDate: Number.NaN, backCold: Number.NaN };
  const keeper = await BenchClient.open(server, room, 0);
  try {
    await keeper.join();
    for (const update of history.board) await keeper.send(keeper.frame(update));
    await comeBack(server, room, warm);
    // As the server has it: what it wrote itself is in no copy that was made here.
    const present = Y.encodeStateVectorFromUpdate((await keeper.join()).state());
    const backUpToDate = await comeBack(server, room, people, present);
    return { backUpToDate, backCold: await comeBack(server, room, people) };
  } finally {
    await keeper.close();
  }
}

async function comeBack(
  server: SyncServer,
  room: JobRoom,
  count: number,
  stateVector?: Uint8Array,
): Promise<number> {
  const began = performance.now();
  const back = await Promise.allSettled(
    Array.from({ length: count }, async (_, n) => {
      const client = await BenchClient.open(server, room, n);
      await client.join(stateVector);
      return client;
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  let failure: unknown = null;
  for (const one of back) {
    if (one.status === 'fulfilled') await one.value.close();
    else failure ??= one.reason;
  }
  if (failure !== null) throw failure;
  return seconds;
}
