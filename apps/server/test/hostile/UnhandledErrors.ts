/** Notes errors that nobody handled, from when it is made until it stops. */
export class UnhandledErrors {
  readonly seen: string[] = [];
  readonly #note = (cause: unknown): void => {
    this.seen.push(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
  };

  constructor() {
    process.on('unhandledRejection', this.#note);
    process.on('uncaughtException', this.#note);
  }

  stop(): void {
    process.off('unhandledRejection', this.#note);
    process.off('uncaughtException', this.#note);
  }
}
