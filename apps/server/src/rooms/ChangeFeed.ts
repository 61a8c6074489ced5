import type { MapPart } from '@jejak/protocol';
import type { DurableBatch } from './DurableBatch.ts';
import type { MapChange } from './LiveMaps.ts';
import type { MapRoom } from './MapRoom.ts';
import type { Lease, RoomRegistry } from './RoomRegistry.ts';

interface Watch {
  readonly listeners: Set<(change: MapChange) => void>;
  /** Keeps the map open, so that this node hears of edits made elsewhere. */
  lease: Lease | null;
  over: boolean;
}

/** Tells listeners what became durable in a map, and keeps a map open while somebody listens. */
export class ChangeFeed {
  readonly #registry: RoomRegistry;
  readonly #watches = new Map<string, Watch>();
  readonly #stop: () => void;

  constructor(registry: RoomRegistry) {
    this.#registry = registry;
    this.#stop = registry.listen({ onBatch: (map, part, batch) => this.#tell(map, part, batch) });
  }

  listen(mapId: string, listener: (change: MapChange) => void): () => void {
    const watch = this.#watches.get(mapId) ?? this.#begin(mapId);
    // Wrapped, so that one function given twice is called twice and removed once.
    const own = (change: MapChange): void => listener(change);
    watch.listeners.add(own);
    return () => {
      watch.listeners.delete(own);
      if (watch.listeners.size === 0) this.#end(mapId, watch);
    };
  }

  /** Hears of every map open on this node. */
  listenToAll(listener: (change: MapChange) => void): () => void {
    return this.#registry.listen({
      onBatch: (map, _part, batch) =>
        listener({ mapId: map.mapId, version: map.version, changedIds: batch.changedIds }),
    });
  }

  close(): void {
    this.#stop();
    for (const [mapId, watch] of [...this.#watches]) this.#end(mapId, watch);
  }

  #begin(mapId: string): Watch {
    const watch: Watch = { listeners: new Set(), lease: null, over: false };
    this.#watches.set(mapId, watch);
    this.#registry.acquire(mapId).then(
      (lease) => {
        if (watch.over) lease.release();
        else watch.lease = lease;
      },
      // A map that cannot be opened has no changes; the next listener tries again.
      () => this.#end(mapId, watch),
    );
    return watch;
  }

  #end(mapId: string, watch: Watch): void {
    watch.over = true;
    watch.lease?.release();
    if (this.#watches.get(mapId) === watch) this.#watches.delete(mapId);
  }

  #tell(map: MapRoom, _part: MapPart, batch: DurableBatch): void {
    const watch = this.#watches.get(map.mapId);
    if (watch === undefined) return;
    const change: MapChange = { mapId: map.mapId, version: map.version, changedIds: batch.changedIds };
    for (const listener of [...watch.listeners]) listener(change);
  }
}
