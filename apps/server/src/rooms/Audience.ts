import type { Logger } from 'pino';
import type { DurableBatch } from './DurableBatch.ts';
import type { Receiver } from './Receiver.ts';

type BatchListener = (batch: DurableBatch) => void;
type CloseListener = (code: number, reason: string) => void;

/** Everybody who hears what happens in a room. Whoever fails while hearing harms nobody else. */
export class Audience {
  readonly #docId: string;
  readonly #logger: Logger;
  readonly #receivers = new Set<Receiver>();
  readonly receivers: ReadonlySet<Receiver> = this.#receivers;
  readonly #batchListeners = new Set<BatchListener>();
  readonly #closeListeners = new Set<CloseListener>();

  constructor(docId: string, logger: Logger) {
    this.#docId = docId;
    this.#logger = logger;
  }

  add(receiver: Receiver): void {
    this.#receivers.add(receiver);
  }

  delete(receiver: Receiver): void {
    this.#receivers.delete(receiver);
  }

  onBatch(listener: BatchListener): () => void {
    this.#batchListeners.add(listener);
    return () => this.#batchListeners.delete(listener);
  }

  onClose(listener: CloseListener): () => void {
    this.#closeListeners.add(listener);
    return () => this.#closeListeners.delete(listener);
  }

  tell(batch: DurableBatch): void {
    for (const receiver of this.#receivers) this.guarded(() => receiver.onBatch(batch));
    for (const listener of [...this.#batchListeners]) this.guarded(() => listener(batch));
  }

  sendAway(code: number, reason: string): void {
    for (const receiver of [...this.#receivers]) receiver.close(code, reason);
  }

  /** Nobody hears anything any more. */
  end(code: number, reason: string): void {
    for (const listener of [...this.#closeListeners]) this.guarded(() => listener(code, reason));
    this.#closeListeners.clear();
  }

  /** Calls and forgets all of a list. */
  release(callbacks: (() => void)[]): void {
    for (const callback of callbacks.splice(0)) this.guarded(callback);
  }

  guarded(call: () => void): void {
    try {
      call();
    } catch (error) {
      this.#logger.error({ err: error, docId: this.#docId }, 'a listener of a room failed');
    }
  }
}
