/** Does one thing after the other for as long as there is something to do; begun a turn after it was woken. */
export class WorkLoop {
  readonly #next: () => Promise<void> | null;
  readonly #failed: (error: unknown) => void;
  #running = false;

  /** `next` begins what is to be done now, or answers null. */
  constructor(next: () => Promise<void> | null, failed: (error: unknown) => void) {
    this.#next = next;
    this.#failed = failed;
  }

  get running(): boolean {
    return this.#running;
  }

  wake(): void {
    if (this.#running) return;
    this.#running = true;
    // A turn later: what arrives in one turn is done together.
    setImmediate(() => {
      this.#run().catch((error: unknown) => {
        this.#running = false;
        this.#failed(error);
      });
    });
  }

  async #run(): Promise<void> {
    for (let work = this.#next(); work !== null; work = this.#next()) await work;
    // In the same turn as the last look, or a wake-up in between would be lost.
    this.#running = false;
  }
}
