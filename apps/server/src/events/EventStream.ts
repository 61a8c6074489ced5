import type { EventBatch } from '../persistence/EventLog.ts';
import { type PlacedEvent, placed } from './EventPosition.ts';
import { ExpiredPosition } from './ExpiredPosition.ts';

/** Where a stream reads, and who hears that it ended. */
interface StreamSource {
  /** The batches from a number on, at most a few; none where nothing is told yet. */
  readonly from: (n: number) => Promise<readonly EventBatch[]>;
  readonly ended: (stream: EventStream) => void;
}

/**
 * The events of a map behind a place, as an iterable that is read at the client's pace. Nothing waits in it but the few
 * batches that were read last: whoever is slow reads on in the log, and misses nothing.
 */
export class EventStream implements AsyncIterableIterator<PlacedEvent> {
  readonly #source: StreamSource;
  readonly #waiting: PlacedEvent[] = [];
  /** The batch that was read last. */
  #n = 0;
  /** Counts how often it was told that there is more. */
  #news = 0;
  #wake: (() => void) | null = null;
  #ended = false;
  #failure: unknown = null;

  constructor(source: StreamSource) {
    this.#source = source;
  }

  /** Sets where it begins: behind a batch, and the events of that one which are still to be told. */
  begin(n: number, first: readonly PlacedEvent[]): void {
    this.#n = n;
    this.#waiting.push(...first);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<PlacedEvent>> {
    for (;;) {
      const event = this.#waiting.shift();
      if (event !== undefined) return { done: false, value: event };
      if (this.#failure !== null) return this.#fail();
      if (this.#ended) return { done: true, value: undefined };
      const heard = this.#news;
      const isMore = await this.#read();
      if (!isMore && heard === this.#news && !this.#ended) await this.#told();
    }
  }

  async return(): Promise<IteratorResult<PlacedEvent>> {
    this.#waiting.length = 0;
    this.end();
    return { done: true, value: undefined };
  }

  /** There is more to read. */
  wake(): void {
    this.#news += 1;
    this.#wake?.();
  }

  /** Ends it; what was read is still given, then `failure` is thrown where there is one. */
  end(failure: unknown = null): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#failure = failure;
    this.#source.ended(this);
    this.#wake?.();
  }

  #fail(): never {
    const failure = this.#failure;
    this.#failure = null;
    throw failure;
  }

  #told(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = () => {
        this.#wake = null;
        resolve();
      };
    });
  }

  /** Reads on; whether there was anything. */
  async #read(): Promise<boolean> {
    const batches = await this.#source.from(this.#n + 1).catch((error: unknown) => {
      this.end(error);
      return [];
    });
    for (const batch of batches) {
      if (batch.n !== this.#n + 1 || batch.gap || batch.events.length < batch.count) {
        this.end(new ExpiredPosition('events are gone'));
        return true;
      }
      this.#waiting.push(...placed(batch));
      this.#n = batch.n;
    }
    return batches.length > 0;
  }
}
