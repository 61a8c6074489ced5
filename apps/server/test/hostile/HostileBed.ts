import { instantiateTemplate } from '@jejak/journey-model/templates';
import pino from 'pino';
import * as Y from 'yjs';
import { canonicalJson } from '../../../../packages/journey-model/test/snapshotHash.ts';
import { MemorySnapshotStore } from '../../src/persistence/memory/MemorySnapshotStore.ts';
import { MemoryUpdateLog } from '../../src/persistence/memory/MemoryUpdateLog.ts';
import { journeyMapModel } from '../../src/rooms/journeyMapModel.ts';
import { loadDocument } from '../../src/rooms/loadDocument.ts';
import type { Room } from '../../src/rooms/Room.ts';
import { syncLimitsTimes } from '../../src/sync/SyncLimits.ts';
import { seeded } from '../faults/seeded.ts';
import { syncFrame } from '../protocol/frames.ts';
import { PlainClient } from '../protocol/PlainClient.ts';
import { type SyncServer, startSyncServer } from '../sync/startSyncServer.ts';
import { type Told, toldTo } from './told.ts';

export const mapId = 'map_hostile00001';
const emptyState = Uint8Array.of(0, 0);

/** A server with a map, somebody who works in it, and attackers beside them. */
export class HostileBed {
  readonly server: SyncServer;
  readonly log: MemoryUpdateLog;
  readonly snapshots: MemorySnapshotStore;
  readonly probe: PlainClient;
  #attackers = 0;
  #probed = 0;

  private constructor(server: SyncServer, log: MemoryUpdateLog, snapshots: MemorySnapshotStore) {
    this.server = server;
    this.log = log;
    this.snapshots = snapshots;
    this.probe = new PlainClient(`${server.url}/${mapId}/content?ack=1&as=probe`);
  }

  static async open(): Promise<HostileBed> {
    const [log, snapshots] = [new MemoryUpdateLog(), new MemorySnapshotStore()];
    const limits = syncLimitsTimes(1_000);
    const server = await startSyncServer({ log, snapshots, limits, model: journeyMapModel });
    const random = seeded(1);
    let ids = 0;
    await server.createMap(mapId, (docs) => {
      instantiateTemplate(
        docs,
        { template: 'digital', type: 'CURRENT_STATE', title: 'Map', locale: 'en' },
        { newId: () => `id${++ids}`, random, origin: 'test' },
      );
      docs.content.getMap('cards').set('crd_made', new Y.Map());
    });
    const bed = new HostileBed(server, log, snapshots);
    await bed.probe.ready();
    await bed.work();
    return bed;
  }

  get room(): Room {
    const room = this.server.rooms.registry.peek(mapId)?.content;
    if (room === undefined) throw new Error('the map is not open');
    return room;
  }

  /** The probe writes a card with a text, and is told that it is saved. */
  async work(): Promise<void> {
    const { doc } = this.probe;
    this.#probed += 1;
    doc.transact(() => {
      const card = new Y.Map();
      doc.getMap('cards').set(`crd_probe${this.#probed}`, card);
      card.set('text.en', new Y.Text(`work ${this.#probed}`));
      card.set('kind', 'NOTE');
    });
    await this.probe.saved();
  }

  /** A peer nobody has heard of, once the server has asked for its state. */
  async attacker(query = ''): Promise<PlainClient> {
    this.#attackers += 1;
    const as = `attacker${this.#attackers}`;
    const peer = new PlainClient(`${this.server.url}/${mapId}/content?ack=1&as=${as}${query}`, {
      speaks: false,
    });
    await peer.got('step1');
    return peer;
  }

  /** Lets a new peer send frames, and says what it was told. */
  async attack(frames: readonly (Uint8Array | string)[], query = ''): Promise<Told> {
    const peer = await this.attacker(query);
    const from = peer.frames.length;
    for (const frame of frames) peer.send(frame);
    // Answered in order: whoever hears of this one has heard of all before.
    peer.send(syncFrame('step2', emptyState));
    const told = await toldTo(peer, from);
    peer.drop();
    return told;
  }

  /** What the map holds: live here, at the probe, for a fresh reader, and in the database. */
  async states(): Promise<readonly string[]> {
    await this.work();
    const reader = await new PlainClient(`${this.server.url}/${mapId}/content?as=reader`).ready();
    const { log, snapshots } = this;
    const stored = await loadDocument(this.room.docId, { log, snapshots, logger: pino({ level: 'silent' }) });
    if (stored.kind !== 'loaded' || stored.damaged) throw new Error('the map cannot be loaded');
    const states = [this.room.doc, this.probe.doc, reader.doc, stored.doc].map(stateOf);
    reader.drop();
    return states;
  }

  async close(): Promise<void> {
    this.probe.drop();
    await this.server.stop();
  }
}

/** Everything in a content document that can be read. */
function stateOf(doc: Y.Doc): string {
  return canonicalJson(['cards', 'emotionScores', 'emotionWords'].map((name) => doc.getMap(name).toJSON()));
}
