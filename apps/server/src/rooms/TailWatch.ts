import type { Logger } from 'pino';
import type { UpdateLog } from '../persistence/UpdateLog.ts';
import type { Room } from './Room.ts';

/** With the read that follows, what the bus lost is here within 2 s. */
const lookEveryMs = 1_000;

interface TailWatchOptions {
  readonly log: UpdateLog;
  readonly logger: Logger;
  /** The open documents of this node. */
  readonly rooms: () => readonly Room[];
}

/**
 * Looks how far the logs of open documents came: the bus may lose what others say about it. It has a timer of its own,
 * so that no slow compaction holds it up.
 */
export class TailWatch {
  readonly #options: TailWatchOptions;
  #timer: NodeJS.Timeout | null = null;
  #looking = false;

  constructor(options: TailWatchOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.look(), lookEveryMs);
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  /** Looks now, unless a look is under way. Never rejects: the next one may succeed. */
  async look(): Promise<void> {
    const rooms = this.#options.rooms();
    if (this.#looking || rooms.length === 0) return;
    this.#looking = true;
    try {
      const tails = await this.#options.log.tails(rooms.map((room) => room.docId));
      for (const room of rooms) room.hint(tails.get(room.docId) ?? 0);
    } catch (error) {
      this.#options.logger.warn({ err: error }, 'looking at the logs failed');
    } finally {
      this.#looking = false;
    }
  }
}
