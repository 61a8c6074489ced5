import { CloseCode } from '@jejak/protocol';
import type { Room } from '../rooms/Room.ts';
import type { RoomMetrics } from '../rooms/RoomMetrics.ts';
import type { Outbox } from './Outbox.ts';

interface SavedNoticeOptions {
  readonly room: Pick<Room, 'whenDurable'>;
  readonly outbox: Pick<Outbox, 'sendSaved'>;
  readonly metrics: Pick<RoomMetrics, 'acknowledged'>;
  readonly close: (code: CloseCode, reason: string) => void;
}

/**
 * Tells a client how many of its messages are saved. What came in one read waits for the log once, not each by itself.
 * A room that gives up what it took closes the connection of whoever sent it, and a closed outbox tells nothing more: so
 * nothing is called saved that was given up between being taken and being asked about.
 */
export class SavedNotice {
  readonly #options: SavedNoticeOptions;
  #count = 0;
  #asking = false;
  #takenAt = 0;

  constructor(options: SavedNoticeOptions) {
    this.#options = options;
  }

  /** So many of its messages are taken up to now. */
  take(count: number): void {
    this.#count = count;
    if (this.#asking) return;
    this.#asking = true;
    this.#takenAt = performance.now();
    process.nextTick(this.#ask);
  }

  readonly #ask = (): void => {
    this.#asking = false;
    const { room, outbox, metrics, close } = this.#options;
    const [count, takenAt] = [this.#count, this.#takenAt];
    room.whenDurable(
      (seq) => {
        outbox.sendSaved(count, seq);
        metrics.acknowledged(performance.now() - takenAt);
      },
      () => close(CloseCode.Restart, 'the room ended'),
    );
  };
}
