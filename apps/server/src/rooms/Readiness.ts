/** Whether a document may be read and written: not while it is being rebuilt, nor while somebody has it halted. */
export class Readiness {
  #spoilt = false;
  #halts = 0;
  readonly #release: (waiting: (() => void)[]) => void;
  readonly #waiting: (() => void)[] = [];

  /** `release` calls and forgets all of a list. */
  constructor(release: (waiting: (() => void)[]) => void) {
    this.#release = release;
  }

  get ready(): boolean {
    return !this.#spoilt && this.#halts === 0;
  }

  /** The document holds what it must not and has to be rebuilt. */
  get spoilt(): boolean {
    return this.#spoilt;
  }

  spoil(): void {
    this.#spoilt = true;
  }

  mend(): void {
    this.#spoilt = false;
    this.#look();
  }

  /** Lets nobody in until the returned function is called. */
  halt(): () => void {
    this.#halts += 1;
    let over = false;
    return () => {
      if (over) return;
      over = true;
      this.#halts -= 1;
      this.#look();
    };
  }

  /** Calls back when it is ready, or over. */
  when(callback: () => void): void {
    if (this.ready) callback();
    else this.#waiting.push(callback);
  }

  /** It will never be ready again: nobody waits any longer. */
  end(): void {
    this.#release(this.#waiting);
  }

  #look(): void {
    if (this.ready) this.#release(this.#waiting);
  }
}
