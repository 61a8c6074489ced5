/** A wish to end that comes from one of several sides. */
export interface Leave {
  readonly signal: AbortSignal;
  /** Nobody waits for it any more. */
  forget(): void;
}

/** Tells everything that is under way when its owner is closed. */
export class Closing {
  readonly #listeners = new Set<() => void>();
  #isDone = false;

  get isDone(): boolean {
    return this.#isDone;
  }

  /** Calls back when it is closed, at once where it was, until the returned function is called. */
  on(listener: () => void): () => void {
    if (this.#isDone) listener();
    else this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A signal that aborts when this is closed, or when another one does. Forget it afterwards. */
  or(other: AbortSignal | undefined): Leave {
    const own = new AbortController();
    const abort = () => own.abort();
    if (other?.aborted) abort();
    other?.addEventListener('abort', abort);
    const stop = this.on(abort);
    return {
      signal: own.signal,
      forget() {
        stop();
        other?.removeEventListener('abort', abort);
      },
    };
  }

  /** Tells everybody, once. */
  done(): void {
    this.#isDone = true;
    for (const listener of [...this.#listeners]) listener();
    this.#listeners.clear();
  }
}
