import pino from 'pino';
import { expect, it } from 'vitest';
import { MemoryClientClaims } from '../src/persistence/memory/MemoryClientClaims.ts';
import { MemorySnapshotStore } from '../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../src/persistence/memory/MemoryUpdateLog.ts';
import { rehearseJoin } from '../src/rehearseJoin.ts';
import { startSyncServer } from './sync/startSyncServer.ts';

it('[OPS9] a join is played to its end, without a complaint', async () => {
  const lines: string[] = [];
  const logger = pino({ level: 'debug' }, { write: (line) => lines.push(line) });
  await rehearseJoin(logger);
  expect(lines).toEqual([]);
});

it('[OPS9] all that a map is opened from is read, and no map is opened', async () => {
  const asked: string[] = [];
  const noting = <T extends object>(store: T): T =>
    new Proxy(store, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          asked.push(`${String(name)} ${String(given[0])}`);
          return value.apply(target, given);
        };
      },
    });
  const server = await startSyncServer({
    log: noting(new MemoryUpdateLog()),
    snapshots: noting(new MemorySnapshotStore()),
    claims: noting(new MemoryClientClaims()),
  });
  try {
    await server.createMap('map_a');
    asked.splice(0);
    await server.rooms.registry.rehearse('map_a');
    const each = ['load', 'load', 'formerLivesOf', 'readAfter'];
    const wanted = ['structure', 'content'].flatMap((part) => each.map((what) => `${what} map_a/${part}`));
    expect(asked.sort()).toEqual(wanted.sort());
    await server.rooms.registry.rehearse(null);
    expect(server.rooms.registry.openCount).toBe(0);
  } finally {
    await server.stop();
  }
});
