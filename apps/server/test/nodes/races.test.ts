import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { InProcessHub } from '../../src/bus/inProcess/InProcessBus.ts';
import { MemorySnapshotStore } from '../../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import type { AppendResult, LogEntry } from '../../src/persistence/UpdateLog.ts';
import { seeded } from '../faults/seeded.ts';
import { storedDocument } from '../faults/storedDocument.ts';
import { type SyncServer, startSyncServer } from '../sync/startSyncServer.ts';
import { stockClient } from '../sync/stockClient.ts';
import { until } from '../sync/until.ts';
import { FaultyBus } from './FaultyBus.ts';

const mapId = 'map_races0000001';
const docId = `${mapId}/content`;

/** Lets a test stand between what a node asks and what the log does. */
class GatedLog extends MemoryUpdateLog {
  beforeAppend: (entry: LogEntry) => Promise<void> = async () => {};
  beforeRead: () => Promise<void> = async () => {};

  override async append(entry: LogEntry): Promise<AppendResult> {
    await this.beforeAppend(entry);
    return super.append(entry);
  }

  override async readAfter(id: string, seq: number): Promise<readonly LogEntry[]> {
    await this.beforeRead();
    return super.readAfter(id, seq);
  }
}

describe('two nodes and a moment between them', () => {
  const servers: SyncServer[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.stop();
  });

  it('[NODE7] a joiner gets what another node wrote while its state waited to be journaled', async () => {
    const [hub, log, snapshots] = [new InProcessHub(), new GatedLog(), new MemorySnapshotStore()];
    for (let n = 0; n < 2; n++) {
      const bus = new FaultyBus(hub.join(), seeded(1), { drop: 1 });
      servers.push(await startSyncServer({ log, snapshots, bus }));
    }
    const [a, b] = servers;
    if (a === undefined || b === undefined) throw new Error('no nodes');
    await a.createMap(mapId);
    const [here, there] = [await a.rooms.registry.acquire(mapId), await b.rooms.registry.acquire(mapId)];
    // Held before it finds its number taken.
    let goOn = (): void => {};
    const held = new Promise<void>((resolve) => {
      log.beforeAppend = async (entry) => {
        if (!entry.updates.some((update) => Buffer.from(update).includes('mine'))) return;
        resolve();
        await new Promise<void>((release) => {
          goOn = release;
        });
      };
    });
    here.map.content.edit((doc) => doc.getMap('cards').set('mine', 1));
    await held;
    const joiner = stockClient(a.url, `${mapId}/content`);
    const receiver = (): number => here.map.content.receivers.size;
    await until('the joiner is there', () => receiver() === 1);
    // Answered: its step 1 was handled before this presence of its own was heard.
    await until('the joiner spoke', () => here.map.presence.all().length > 0);
    there.map.content.edit((doc) => doc.getMap('cards').set('theirs', 1));
    await until('theirs is journaled', () => there.map.content.settled);
    log.beforeAppend = async () => {};
    goOn();
    await joiner.synced();
    await until('the joiner has both', () => joiner.doc.getMap('cards').size === 2, 3_000);
    joiner.destroy();
    here.release();
    there.release();
  });

  it('[NODE5] a reader who comes from another node may hold what this one has not heard of', async () => {
    const [hub, log, snapshots] = [new InProcessHub(), new MemoryUpdateLog(), new MemorySnapshotStore()];
    for (let n = 0; n < 2; n++) {
      const bus = new FaultyBus(hub.join(), seeded(1), { drop: 1 });
      servers.push(await startSyncServer({ log, snapshots, bus }));
    }
    const [a, b] = servers;
    if (a === undefined || b === undefined) throw new Error('no nodes');
    await a.createMap(mapId);
    const here = await a.rooms.registry.acquire(mapId);
    const there = await b.rooms.registry.acquire(mapId);
    const doc = new Y.Doc();
    const before = stockClient(b.url, `${mapId}/content`, { doc });
    await before.synced();
    there.map.content.edit((live) => live.getMap('cards').set('theirs', 1));
    await until('heard', () => doc.getMap('cards').size === 1);
    before.provider.destroy();
    const reader = stockClient(a.url, `${mapId}/content`, { doc, params: { readOnly: '1' } });
    await reader.synced();
    await until('this node knows too', () => here.map.content.tail === there.map.content.tail, 3_000);
    expect(reader.closed).toBeNull();
    reader.destroy();
    here.release();
    there.release();
  });

  it('[NODE7] a document that is merged between two reads of it is not read as it was before', async () => {
    const [log, snapshots, logger] = [new GatedLog(), new MemorySnapshotStore(), pino({ level: 'silent' })];
    const doc = new Y.Doc();
    doc.getMap('cards').set('card', 1);
    const state = Y.encodeStateAsUpdate(doc);
    await snapshots.create(docId, 1);
    await log.append({ docId, seq: 1, updates: [state] });
    let once = true;
    log.beforeRead = async () => {
      if (!once) return;
      once = false;
      await snapshots.save(docId, { epoch: 1, seq: 1, state: state });
      await log.deleteThrough(docId, 1);
    };
    expect((await storedDocument(docId, { log, snapshots, logger })).getMap('cards').toJSON()).toEqual({
      card: 1,
    });
  });
});
