import { instantiateTemplate } from '@jejak/journey-model/templates';
import * as Y from 'yjs';
import { ownThreadClock, threadCpuMs } from '../../src/heavy/threadClock.ts';
import { journeyMapModel } from '../../src/rooms/journeyMapModel.ts';
import { syncLimitsTimes } from '../../src/sync/SyncLimits.ts';
import { seeded } from '../faults/seeded.ts';
import { Seed } from '../seed.ts';
import { startTestServer } from '../startTestServer.ts';
import { startSyncServer } from '../sync/startSyncServer.ts';
import type { HostileFacts, Order } from './HostileProcess.ts';
import { heavyCases } from './heavyCases.ts';
import { TurnWatch } from './TurnWatch.ts';
import { UnhandledErrors } from './UnhandledErrors.ts';

const mapId = 'map_hostile00001';
const heavyMapIds = heavyCases().map((_, at) => `map_heavy${String(at).padStart(7, '0')}`);
const clock = ownThreadClock();
const cpuMs = (): number => threadCpuMs(clock) ?? performance.now();

/**
 * A process to be attacked: a server with sign-in by query, for whatever comes by an open socket or an upload, and the
 * whole front door, for what comes before. It does as it is told over its channel, and ends with whoever started it.
 */
async function main(): Promise<void> {
  process.once('disconnect', () => process.exit(0));
  const unhandled = new UnhandledErrors();
  const sync = await startSyncServer({ limits: syncLimitsTimes(1_000), model: journeyMapModel });
  let ids = 0;
  for (const each of [mapId, ...heavyMapIds])
    await sync.createMap(each, (docs) => {
      const context = { newId: () => `id${++ids}`, random: seeded(1), origin: 'test' };
      instantiateTemplate(
        docs,
        { template: 'digital', type: 'CURRENT_STATE', title: 'Map', locale: 'en' },
        context,
      );
      docs.content.getMap('cards').set('crd_made', new Y.Map());
    });
  const heavyEpochs: number[] = [];
  for (const each of heavyMapIds)
    heavyEpochs.push(await sync.rooms.registry.use(each, async ({ content }) => content.epoch));
  const door = await startTestServer({
    env: { SYNC_ALLOWANCE: '1000', GRAPHQL_ALLOWANCE: '1000', LOG_LEVEL: 'error' },
  });
  const [node] = door.nodes;
  if (node === undefined) throw new Error('There is no node.');
  const { editor } = await new Seed(node.database.connection, node.config).team();
  const watch = new TurnWatch();
  const facts: HostileFacts = {
    syncUrl: sync.url,
    syncPort: sync.port,
    mapId,
    heavyMapIds,
    heavyEpochs,
    doorUrl: door.url,
    cookie: editor.cookie,
    threadClock: clock,
  };
  const held: Buffer[] = [];
  process.on('message', ({ order, amount }: Order) => {
    if (order === 'spin') for (const until = cpuMs() + amount; cpuMs() < until; );
    if (order === 'hold') held.push(Buffer.alloc(amount, 1));
    // In a turn of its own, so that what was done just now has been looked at.
    setTimeout(() => {
      const room = sync.rooms.registry.peek(mapId)?.content;
      process.send?.({
        ...watch.take(),
        unhandled: unhandled.seen.length,
        sockets: sync.rooms.directory.size,
        pending: room?.doc.store.pendingStructs === null && room.doc.store.pendingDs === null ? 0 : 1,
      });
    }, 5);
  });
  process.send?.(facts);
}

await main();
