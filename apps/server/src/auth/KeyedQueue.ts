/** Runs tasks of the same key one after the other, tasks of different keys at once; bounded per key. */
export class KeyedQueue {
  readonly #waitingMax: number;
  readonly #tails = new Map<string, { tail: Promise<void>; waiting: number }>();

  constructor(waitingMax: number) {
    this.#waitingMax = waitingMax;
  }

  /** Resolves with the task's result, or `null` at once when too many wait for the key. */
  async run<T>(key: string, task: () => Promise<T>): Promise<T | null> {
    const line = this.#tails.get(key) ?? { tail: Promise.resolve(), waiting: 0 };
    if (line.waiting >= this.#waitingMax) return null;
    line.waiting += 1;
    this.#tails.set(key, line);
    const before = line.tail;
    let release: () => void = () => {};
    line.tail = new Promise((resolve) => {
      release = resolve;
    });
    try {
      await before;
      return await task();
    } finally {
      release();
      line.waiting -= 1;
      if (line.waiting === 0) this.#tails.delete(key);
    }
  }
}
