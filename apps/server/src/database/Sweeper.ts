const sweptEveryMs = 10 * 60_000;

interface SweeperOptions {
  /** Ten minutes unless told. */
  readonly everyMs?: number;
  readonly run: () => Promise<void>;
  readonly report: (error: unknown) => void;
}

/** Does something again and again, such as clearing away; a run that fails is reported and made good by the next. */
export class Sweeper {
  readonly #options: SweeperOptions;
  #timer: NodeJS.Timeout | null = null;
  #sweeping: Promise<void> | null = null;

  constructor(options: SweeperOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.sweep(), this.#options.everyMs ?? sweptEveryMs);
    this.#timer.unref();
  }

  /** Stops, and waits for a sweep that is under way. */
  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    await this.#sweeping;
  }

  /** Sweeps now; a sweep that is under way is waited for instead of doubled. Never rejects: the next one may succeed. */
  sweep(): Promise<void> {
    this.#sweeping ??= this.#options
      .run()
      .catch(this.#options.report)
      .finally(() => {
        this.#sweeping = null;
      });
    return this.#sweeping;
  }
}
