interface Line<T> {
  running: Promise<T>;
  /** Begins when the one that runs has ended, for all who came meanwhile. */
  next: Promise<T> | null;
}

/**
 * Does the same work for many who ask at once: whoever asks while it runs shares the run after it, which sees all that
 * was there when they asked.
 */
export class SharedRuns<T> {
  readonly #lines = new Map<string, Line<T>>();

  run(key: string, work: () => Promise<T>): Promise<T> {
    const line = this.#lines.get(key);
    if (line !== undefined) {
      line.next ??= line.running.then(ignore, ignore).then(() => this.#start(key, work));
      return line.next;
    }
    return this.#start(key, work);
  }

  #start(key: string, work: () => Promise<T>): Promise<T> {
    const line: Line<T> = { running: work(), next: null };
    this.#lines.set(key, line);
    const end = (): void => {
      if (this.#lines.get(key) === line && line.next === null) this.#lines.delete(key);
    };
    line.running.then(end, end);
    return line.running;
  }
}

function ignore(): void {}
