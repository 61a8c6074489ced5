import * as decoding from 'lib0/decoding';
import { cpuSeconds } from '../cpuSeconds.ts';
import { percentile } from '../percentile.ts';
import { BenchClient } from './BenchClient.ts';
import type { SyncServer } from './SyncServer.ts';

/** What 50 lively cursors cost. */
export interface CursorRound {
  /** Processor time as a share of one processor, in percent. */
  readonly cursorsCpu: number;
  /** From a cursor's move to its arrival at somebody else, in milliseconds. */
  readonly cursorsAgeP99: number;
}

const people = 50;
const perSecond = 20;
const warmMs = 1_000;
const measureMs = 4_000;
const firstId = 500_000;

/** Everybody in one map moves a text cursor, 20 times a second each. */
export async function measureCursors(server: SyncServer): Promise<CursorRound> {
  const [room] = await server.rooms(1, people);
  if (room === undefined) throw new Error('no room');
  const saidAt = Array.from({ length: people }, () => new Map<number, number>());
  const ages: number[] = [];
  let measuring = false;
  const onPresence = (bytes: Buffer, from: number) => {
    const now = performance.now();
    const outer = decoding.createDecoder(bytes.subarray(from));
    const decoder = decoding.createDecoder(decoding.readVarUint8Array(outer));
    for (let count = decoding.readVarUint(decoder); count > 0; count--) {
      const at = saidAt[decoding.readVarUint(decoder) - firstId]?.get(decoding.readVarUint(decoder));
      decoding.readVarUint8Array(decoder);
      if (measuring && at !== undefined) ages.push(now - at);
    }
  };
  const clients: BenchClient[] = [];
  try {
    for (let n = 0; n < people; n++) {
      const client = await BenchClient.open(server, room, n, { onPresence });
      clients.push(client);
      if (server.answers) await client.join();
    }
    const began = performance.now();
    const cpu = () => server.pids.reduce((sum, pid) => sum + cpuSeconds(pid), 0);
    let before = 0;
    let said = 0;
    await new Promise<void>((resolve, reject) => {
      const move = () => {
        const elapsed = performance.now() - began;
        if (!measuring && elapsed >= warmMs) {
          measuring = true;
          before = cpu();
        }
        if (elapsed >= warmMs + measureMs) {
          clearInterval(timer);
          resolve();
          return;
        }
        // One after the other, evenly: 50 people do not move in step.
        for (; said < (elapsed / 1000) * people * perSecond; said++) {
          const who = said % people;
          const clock = Math.floor(said / people) + 1;
          const at = clock % 200;
          const editing = { recordId: 'crd_bench', field: 'text.en', anchor: at, head: at };
          saidAt[who]?.set(clock, performance.now());
          clients[who]?.say(firstId + who, clock, JSON.stringify({ locale: 'en', typing: true, editing }));
        }
      };
      const timer = setInterval(() => {
        try {
          move();
        } catch (error) {
          clearInterval(timer);
          reject(error);
        }
      }, 2);
    });
    const cursorsCpu = ((cpu() - before) * 100_000) / measureMs;
    return { cursorsCpu, cursorsAgeP99: percentile(ages, 0.99) };
  } finally {
    for (const client of clients) await client.close();
  }
}
