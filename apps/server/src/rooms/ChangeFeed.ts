import type { MapPart } from '@jejak/protocol';
import { DomainError } from '../errors/DomainError.ts';
import type { DurableBatch } from './DurableBatch.ts';
import type { MapChange } from './LiveMaps.ts';
import type { MapRoom } from './MapRoom.ts';
import type { Lease, RoomRegistry } from './RoomRegistry.ts';
import { backOffMs, pause } from './retry.ts';

interface Watch {
  readonly listeners: Set<(change: MapChange) => void>;
  /** Keeps the map open, so that this node hears of edits made elsewhere. */
  lease: Lease | null;
  /** Ends listening for the end of the map. */
  stop: (() => void) | null;
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
  listenToAll(listener: (mapId: string) => void): () => void {
    return this.#registry.listen({ onBatch: ({ mapId }) => listener(mapId) });
  }

  close(): void {
    this.#stop();
    for (const [mapId, watch] of [...this.#watches]) this.#end(mapId, watch);
  }

  #begin(mapId: string): Watch {
    const watch: Watch = { listeners: new Set(), lease: null, stop: null, over: false };
    this.#watches.set(mapId, watch);
    void this.#keepOpen(mapId, watch);
    return watch;
  }

  /** Opens the map, again and again while the database is away, and anew when it ends. Never rejects. */
  async #keepOpen(mapId: string, watch: Watch): Promise<void> {
    for (let attempt = 0; !watch.over; attempt++) {
      try {
        const lease = await this.#registry.acquire(mapId);
        if (watch.over) return lease.release();
        watch.lease = lease;
        watch.stop = lease.map.onClose(() => {
          watch.stop?.();
          lease.release();
          void this.#keepOpen(mapId, watch);
        });
        return;
      } catch (error) {
        // A map that is gone has no changes; the next listener tries again.
        if (error instanceof DomainError && error.code === 'NOT_FOUND') return this.#end(mapId, watch);
      }
      await pause(backOffMs(attempt));
    }
  }

  #end(mapId: string, watch: Watch): void {
    watch.over = true;
    watch.stop?.();
    watch.lease?.release();
    if (this.#watches.get(mapId) === watch) this.#watches.delete(mapId);
  }

  #tell(map: MapRoom, _part: MapPart, batch: DurableBatch): void {
    const watch = this.#watches.get(map.mapId);
    if (watch === undefined) return;
    const change: MapChange = { mapId: map.mapId, version: map.version, changedIds: batch.changedIds() };
    for (const listener of [...watch.listeners]) listener(change);
  }
}
