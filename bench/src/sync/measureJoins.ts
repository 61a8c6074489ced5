import * as Y from 'yjs';
import { cpuSeconds } from '../cpuSeconds.ts';
import { median } from '../median.ts';
import { BenchClient } from './BenchClient.ts';
import type { JobRoom } from './Job.ts';
import { startStallProbe } from './StallProbe.ts';
import type { SyncServer } from './SyncServer.ts';

/** What joining a large map with a past costs. Times in milliseconds. */
export interface Joins {
  readonly joinFirst: number;
  readonly joinFirstCpu: number;
  readonly joinFirstBytes: number;
  readonly joinMs: number;
  readonly joinCpu: number;
  readonly joinBytes: number;
  readonly joinAgainCpu: number;
  /** The median of several crowds. */
  readonly joinsAtOnce: number;
  readonly joinsHold: number;
  /** The longest of all crowds. */
  readonly joinsHoldMax: number;
  readonly joinAfterRestart: number;
}

const joins = 20;
/** What one crowd takes says little on a machine of two processors. */
const crowdCount = 7;
/** What a server makes for those who come after the first is made by then. */
const madeMs = 200;

/** Joins one after the other, then all at once, then once after a restart. The map must hold the history. */
export async function measureJoins(
  server: SyncServer,
  room: JobRoom,
  beforeRestart: () => Promise<void>,
): Promise<Joins> {
  const packedRoom = { ...room, path: `${room.path}${server.packs ?? ''}` };
  const cpu = () => server.pids.reduce((sum, pid) => sum + cpuSeconds(pid), 0);
  const [first, ...cold] = await openAll(server, packedRoom);
  if (first === undefined) throw new Error('nobody joins');
  const beforeFirst = cpu();
  const beganFirst = performance.now();
  const joinedFirst = await first.join();
  await delay(madeMs);
  const joinFirstCpu = (cpu() - beforeFirst) * 1000;
  const times: number[] = [];
  let bytes = 0;
  let present: Uint8Array | undefined;
  const before = cpu();
  for (const client of cold) {
    const began = performance.now();
    const joined = await client.join();
    times.push(joined.at - began);
    bytes = joined.bytes;
    // As the server has it: what it wrote itself is in no copy that was made here.
    present ??= Y.encodeStateVectorFromUpdate(joined.state());
  }
  const joinCpu = ((cpu() - before) * 1000) / cold.length;
  await closeAll([first, ...cold]);

  const back = await openAll(server, room);
  const beforeBack = cpu();
  for (const client of back) await client.join(present);
  const joinAgainCpu = ((cpu() - beforeBack) * 1000) / joins;
  await closeAll(back);

  const crowds = [];
  for (let n = 0; n < crowdCount; n++) crowds.push(await joinAtOnce(server, packedRoom));

  return {
    joinFirst: joinedFirst.at - beganFirst,
    joinFirstCpu,
    joinFirstBytes: joinedFirst.bytes,
    joinMs: median(times),
    joinCpu,
    joinBytes: bytes,
    joinAgainCpu,
    joinsAtOnce: median(crowds.map(({ last }) => last)),
    joinsHold: median(crowds.map(({ held }) => held)),
    joinsHoldMax: Math.max(...crowds.map(({ held }) => held)),
    joinAfterRestart: await afterRestart(server, packedRoom, joinedFirst.bytes, beforeRestart),
  };
}

/** A crowd that asks at one moment: when the last of it has all, and how long the server was held. */
async function joinAtOnce(server: SyncServer, room: JobRoom): Promise<{ last: number; held: number }> {
  const probe = await startStallProbe({ port: server.port, path: room.path, headers: room.headers[0] ?? {} });
  try {
    const crowd = await openAll(server, room);
    await probe.longest();
    const began = performance.now();
    const arrived = await Promise.all(crowd.map(async (client) => (await client.join()).at - began));
    const held = await probe.longest();
    await closeAll(crowd);
    return { last: Math.max(...arrived), held };
  } finally {
    await probe.close();
  }
}

/** From the first byte of the request, as the map must be opened first. */
async function afterRestart(
  server: SyncServer,
  room: JobRoom,
  bytes: number,
  prepare: () => Promise<void>,
): Promise<number> {
  if (server.restart === undefined) return Number.NaN;
  await prepare();
  await server.restart();
  const began = performance.now();
  const client = await BenchClient.open(server, room, 0);
  const joined = await client.join();
  await client.close();
  if (joined.bytes < bytes * 0.9) throw new Error(`${server.name} answered from less than the map`);
  return joined.at - began;
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

async function openAll(server: SyncServer, room: JobRoom): Promise<BenchClient[]> {
  const clients = [];
  for (let n = 0; n < joins; n++) clients.push(await BenchClient.open(server, room, n));
  return clients;
}

async function closeAll(clients: readonly BenchClient[]): Promise<void> {
  for (const client of clients) await client.close();
}
