import type { Failure } from './Failure.ts';

/** What comes out of a feed: a value, or its end and why. */
export type Fed<Value> =
  | { readonly done: false; readonly value: Value }
  | { readonly done: true; readonly failure: Failure | null };

/** Values that come when they like and are read one by one. */
export class Feed<Value> {
  readonly #max: number;
  readonly #waiting: Value[] = [];
  #end: Fed<Value> | null = null;
  #wake: () => void = () => {};

  /** @param max how many values wait at most */
  constructor(max: number) {
    this.#max = max;
  }

  /** Takes a value; false where too many are waiting. */
  push(value: Value): boolean {
    if (this.#end !== null) return true;
    if (this.#waiting.length >= this.#max) return false;
    this.#waiting.push(value);
    this.#wake();
    return true;
  }

  /** Nothing comes any more; what waits is still read. The first end counts. */
  end(failure: Failure | null): void {
    this.#end ??= { done: true, failure };
    this.#wake();
  }

  /** The next value, once there is one. One reader at a time. */
  async next(): Promise<Fed<Value>> {
    for (;;) {
      if (this.#waiting.length > 0) {
        const [value] = this.#waiting.splice(0, 1) as [Value];
        return { done: false, value };
      }
      if (this.#end !== null) return this.#end;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
