import type { LiveMaps } from '../../rooms/LiveMaps.ts';
import type { MapRepository } from './MapRepository.ts';
import { thumbnailOf } from './thumbnailOf.ts';

interface Waiting {
  readonly timer: NodeJS.Timeout;
  readonly since: number;
  readonly editedAt: Date;
  /** How often this projection has failed. */
  readonly failures: number;
}

/** Tried again this often, each time after the longest wait: a minute and a half bridges a restart of the database. */
const triesAgainMax = 18;

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
  #disposed = false;

  constructor(options: MapProjectorOptions) {
    this.#options = options;
    this.#stop = options.liveMaps.onAnyChange((mapId) => this.#schedule(mapId));
  }

  /** Writes what waits at once; for shutting down, before the live documents go. */
  async dispose(): Promise<void> {
    this.#disposed = true;
    this.#stop();
    for (const mapId of [...this.#waiting.keys()]) this.#start(mapId);
    await Promise.all(this.#running);
  }

  /** Projects a map now, as edited now. */
  bring(mapId: string): Promise<void> {
    return this.#project(mapId, this.#options.now());
  }

  #schedule(mapId: string): void {
    const { delayMs = 1000, delayMsMax = 5000 } = this.#options;
    const now = performance.now();
    const since = this.#waiting.get(mapId)?.since ?? now;
    clearTimeout(this.#waiting.get(mapId)?.timer);
    const wait = Math.max(0, Math.min(delayMs, since + delayMsMax - now));
    const editedAt = this.#options.now();
    const timer = setTimeout(() => this.#start(mapId), wait);
    this.#waiting.set(mapId, { since, editedAt, failures: 0, timer });
  }

  /** A failed projection comes back, unless a newer edit waits already. */
  #tryAgain(mapId: string, { editedAt, failures }: Waiting): void {
    if (this.#disposed || failures >= triesAgainMax || this.#waiting.has(mapId)) return;
    const timer = setTimeout(() => this.#start(mapId), this.#options.delayMsMax ?? 5000);
    this.#waiting.set(mapId, { since: performance.now(), editedAt, failures: failures + 1, timer });
  }

  #start(mapId: string): void {
    const waiting = this.#waiting.get(mapId);
    if (waiting === undefined) return;
    clearTimeout(waiting.timer);
    this.#waiting.delete(mapId);
    const run = this.#project(mapId, waiting.editedAt)
      .catch((error: unknown) => {
        this.#options.report(error, mapId);
        this.#tryAgain(mapId, waiting);
      })
      .finally(() => this.#running.delete(run));
    this.#running.add(run);
  }

  async #project(mapId: string, editedAt: Date): Promise<void> {
    const { liveMaps, maps } = this.#options;
    const [record] = await maps.findMany([mapId]);
    // A deleted map sends its last changes after it is gone.
    if (!record) return;
    const { snapshot, version } = await liveMaps.glance(mapId);
    await maps.project(mapId, {
      type: snapshot.type,
      title: snapshot.title,
      thumbnail: thumbnailOf(snapshot),
      version,
      lastEditedAt: editedAt,
    });
  }
}
