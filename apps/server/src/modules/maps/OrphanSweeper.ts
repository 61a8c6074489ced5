import { mapParts } from '@jejak/protocol';
import type { StoredMaps } from '../../persistence/StoredMaps.ts';
import type { UpdateLog } from '../../persistence/UpdateLog.ts';
import { docIdOf } from '../../rooms/docId.ts';
import { makingMsMax } from './createMap.ts';
import type { MapPorts } from './MapHandle.ts';

interface OrphanSweeperOptions extends MapPorts {
  readonly stored: StoredMaps;
  readonly log: Pick<UpdateLog, 'tails'>;
  /** Milliseconds that only rise, whatever happens to the clock on the wall. */
  readonly elapsedMs: () => number;
}

/** Long after whoever began to make a map has given up. */
const orphanAfterMs = 6 * makingMsMax;
const looksPerSweep = 250;
const candidatesMax = 1_000;

/**
 * Deletes documents that no map record leads to, as a creation leaves them that was cut half-way: seen without a record
 * twice, an hour apart, and never edited. What was edited was once a map that somebody found: should its record be lost
 * by mistake, nothing of it may go.
 */
export class OrphanSweeper {
  readonly #options: OrphanSweeperOptions;
  /** When each map was first seen without a record. */
  readonly #candidates = new Map<string, number>();
  #position = '';

  constructor(options: OrphanSweeperOptions) {
    this.#options = options;
  }

  /** Deletes what is due, then looks at the next maps; all of them come round in time. */
  async sweep(): Promise<void> {
    const { maps, liveMaps, elapsedMs } = this.#options;
    const due = [...this.#candidates].filter(([, since]) => elapsedMs() - since >= orphanAfterMs);
    for (const [mapId] of due) {
      const [record] = await maps.findMany([mapId]);
      if (!record && !(await this.#edited(mapId))) await liveMaps.remove(mapId);
      this.#candidates.delete(mapId);
    }
    await this.#look();
  }

  async #look(): Promise<void> {
    const ids: string[] = [];
    while (ids.length < looksPerSweep) {
      const next = await this.#options.stored.next(this.#position);
      this.#position = next ?? '';
      if (next === null) break;
      ids.push(next);
    }
    const records = await this.#options.maps.findMany(ids);
    const since = this.#options.elapsedMs();
    for (const [at, mapId] of ids.entries()) {
      if (records[at] || this.#candidates.has(mapId) || this.#candidates.size >= candidatesMax) continue;
      this.#candidates.set(mapId, since);
    }
  }

  /** Whether its log went on after the first content, other than to its end by deleting. */
  async #edited(mapId: string): Promise<boolean> {
    const tails = await this.#options.log.tails(mapParts.map((part) => docIdOf(mapId, part)));
    const reached = [...tails.values()];
    return !reached.includes(Number.MAX_SAFE_INTEGER) && reached.some((seq) => seq > 1);
  }
}
