import type { Logger } from 'pino';
import type { EventBatch } from '../persistence/EventLog.ts';
import type { EventDeriver } from './EventDeriver.ts';
import type { EventStream } from './EventStream.ts';

interface FollowedMapOptions {
  readonly mapId: string;
  readonly deriver: EventDeriver;
  readonly logger: Logger;
  readonly elapsedMs: () => number;
  /** Hears of each change of the map on any node, until the returned function is called. */
  readonly onChange: (listener: () => void) => () => void;
}

/** What comes within this time is told together. */
const gatherMs = 75;
const retryMs = 1_000;
/** Telling takes at most this part of the time. */
const restTimes = 3;
const recentMax = 16;

/** A map that somebody on this node follows: what happens on it is told at once. */
export class FollowedMap {
  readonly streams = new Set<EventStream>();
  readonly #options: FollowedMapOptions;
  readonly #stops: readonly (() => void)[];
  #recent: readonly EventBatch[] = [];
  #timer: NodeJS.Timeout | null = null;
  #restMs = gatherMs;
  #known = 0;
  #ended = false;

  constructor(options: FollowedMapOptions) {
    const { deriver, mapId, onChange } = options;
    this.#options = options;
    this.#stops = [onChange(() => this.#soon(this.#restMs)), deriver.keepReady(mapId)];
  }

  /** The batches from a number on, as far as they are remembered here; null where they must be read. */
  recent(n: number): readonly EventBatch[] | null {
    const at = this.#recent.findIndex((batch) => batch.n === n);
    if (at >= 0) return this.#recent.slice(at);
    return n === this.#known + 1 ? [] : null;
  }

  /** Tells what is journaled now, and lets the streams know. */
  async tell(): Promise<EventBatch | null> {
    const { deriver, mapId, elapsedMs } = this.#options;
    const startedAt = elapsedMs();
    const { last, fresh } = await deriver.derive(mapId);
    this.#restMs = Math.max(gatherMs, restTimes * (elapsedMs() - startedAt));
    if (last !== null && last.n > this.#known) {
      const goesOn = fresh[0] !== undefined && this.#recent.at(-1)?.n === fresh[0].n - 1;
      this.#recent = (goesOn ? [...this.#recent, ...fresh] : fresh).slice(-recentMax);
      this.#known = last.n;
      for (const stream of [...this.streams]) stream.wake();
    }
    return last;
  }

  end(): void {
    this.#ended = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    for (const stop of this.#stops) stop();
  }

  #soon(ms: number): void {
    if (this.#timer !== null || this.#ended) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.tell().catch((error: unknown) => {
        const { logger, mapId } = this.#options;
        logger.warn({ err: error, mapId }, 'what happened on a map cannot be told now');
        this.#soon(retryMs);
      });
    }, ms);
    this.#timer.unref();
  }
}
