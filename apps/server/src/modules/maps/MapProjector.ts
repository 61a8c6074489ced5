import type { LiveMaps } from '../../rooms/LiveMaps.ts';
import type { MapRepository } from './MapRepository.ts';
import { thumbnailOf } from './thumbnailOf.ts';

interface Waiting {
  readonly timer: NodeJS.Timeout;
  readonly since: number;
  readonly editedAt: Date;
}

/** What the projector needs; times in milliseconds. */
export interface MapProjectorOptions {
  readonly liveMaps: LiveMaps;
  readonly maps: MapRepository;
  readonly now: () => Date;
  readonly report: (error: unknown, mapId: string) => void;
  /** Quiet time after the last edit, and the longest a busy map waits. */
  readonly delayMs?: number;
  readonly delayMsMax?: number;
}

/**
 * Keeps titles, types and thumbnails of lists up with the live documents, so that a list opens none of them.
 * Any node may do it for any change: a projection of an older version changes nothing.
 */
export class MapProjector {
  readonly #options: MapProjectorOptions;
  readonly #waiting = new Map<string, Waiting>();
  readonly #running = new Set<Promise<void>>();
  readonly #stop: () => void;

  constructor(options: MapProjectorOptions) {
    this.#options = options;
    this.#stop = options.liveMaps.onAnyChange(({ mapId }) => this.#schedule(mapId));
  }

  /** Writes what waits at once; for shutting down, before the live documents go. */
  async dispose(): Promise<void> {
    this.#stop();
    for (const mapId of [...this.#waiting.keys()]) this.#start(mapId);
    await Promise.all(this.#running);
  }

  #schedule(mapId: string): void {
    const { delayMs = 1000, delayMsMax = 5000 } = this.#options;
    const now = performance.now();
    const since = this.#waiting.get(mapId)?.since ?? now;
    clearTimeout(this.#waiting.get(mapId)?.timer);
    const wait = Math.max(0, Math.min(delayMs, since + delayMsMax - now));
    const editedAt = this.#options.now();
    this.#waiting.set(mapId, { since, editedAt, timer: setTimeout(() => this.#start(mapId), wait) });
  }

  #start(mapId: string): void {
    const waiting = this.#waiting.get(mapId);
    if (waiting === undefined) return;
    clearTimeout(waiting.timer);
    this.#waiting.delete(mapId);
    const run = this.#project(mapId, waiting.editedAt)
      .catch((error: unknown) => this.#options.report(error, mapId))
      .finally(() => this.#running.delete(run));
    this.#running.add(run);
  }

  async #project(mapId: string, editedAt: Date): Promise<void> {
    const { liveMaps, maps } = this.#options;
    const [record] = await maps.findMany([mapId]);
    // A deleted map sends its last changes after it is gone.
    if (!record) return;
    const { snapshot, version } = await liveMaps.read(mapId);
    await maps.project(mapId, {
      type: snapshot.type,
      title: snapshot.title,
      thumbnail: thumbnailOf(snapshot),
      version,
      lastEditedAt: editedAt,
    });
  }
}
