const holdMsMin = 20;
const holdMsMax = 200;
const othersMsMax = 1_000;

/**
 * When a document's next append may begin. Alone a node appends at once. Where nodes took numbers from one another,
 * whoever appended last lets the others go first for a while, which grows with each conflict and shrinks when nobody
 * comes: nodes then take turns, and a turn carries all that was gathered. Whoever loses twice in a row waits a random
 * while.
 */
export class Turns {
  readonly #options: { readonly now: () => number; readonly random: () => number };
  readonly #tell: (holdMs: number) => void;
  #holdMs = 0;
  #lostInARow = 0;
  /** Not before this moment; 0: at once. */
  #goAt = 0;
  #othersAt = 0;
  #wake: (() => void) | null = null;

  /** `tell` tells the other nodes how long to let one another go first: who wins a number knows of no conflict. */
  constructor(
    options: { readonly now: () => number; readonly random: () => number },
    tell: (holdMs: number) => void,
  ) {
    this.#options = options;
    this.#tell = tell;
  }

  /** How long the others go first now; 0 when it is ours to append. */
  get waitMs(): number {
    return this.#goAt === 0 ? 0 : Math.max(0, Math.min(holdMsMax, this.#goAt - this.#options.now()));
  }

  /** Our entry is in the log. */
  won(): void {
    this.#lostInARow = 0;
    if (this.#options.now() - this.#othersAt > othersMsMax) this.#holdMs = 0;
    this.#wait(this.#holdMs);
  }

  /** Another node had the number. */
  lost(): void {
    this.#lostInARow += 1;
    this.#holdMs = Math.min(Math.max(2 * this.#holdMs, holdMsMin), holdMsMax);
    this.#tell(this.#holdMs);
    this.#wait(this.#lostInARow < 2 ? 0 : this.#options.random() * this.#holdMs);
  }

  /** Another node lost. */
  heard(holdMs: number): void {
    this.#othersAt = this.#options.now();
    this.#holdMs = Math.max(this.#holdMs, Math.min(holdMs, holdMsMax));
  }

  /** Another node has appended: of two it is our turn now. */
  othersWent(): void {
    this.#othersAt = this.#options.now();
    if (this.#lostInARow < 2) this.#goAt = 0;
  }

  /** Lets the others go first; `interrupt` ends the wait early. */
  async pass(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const wholly = await new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(true), this.waitMs);
      this.#wake = () => resolve(false);
    });
    clearTimeout(timer);
    this.#wake = null;
    if (!wholly) return;
    this.#goAt = 0;
    if (this.#lostInARow === 0) this.#holdMs = this.#holdMs <= holdMsMin ? 0 : this.#holdMs / 2;
  }

  /** There is something else to do. */
  interrupt(): void {
    this.#wake?.();
  }

  #wait(ms: number): void {
    this.#goAt = ms === 0 ? 0 : this.#options.now() + ms;
  }
}
