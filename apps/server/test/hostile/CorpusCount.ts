/** Counts the cases of a surface by their kinds, and tells them at the end. */
export class CorpusCount {
  readonly #surface: string;
  readonly #seed: number | null;
  readonly #kinds = new Map<string, number>();

  constructor(surface: string, seed: number | null = null) {
    this.#surface = surface;
    this.#seed = seed;
  }

  /** Counts cases of a kind that were tried. */
  add(kind: string, cases = 1): void {
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + cases);
  }

  get all(): number {
    return [...this.#kinds.values()].reduce((sum, each) => sum + each, 0);
  }

  /** Says how many there were, of which kinds, and by which seed they can be tried again. */
  tell(): void {
    const kinds = [...this.#kinds].map(([kind, count]) => `${kind} ${count}`).join(', ');
    const by = this.#seed === null ? '' : `, HOSTILE_SEED=${this.#seed}`;
    // biome-ignore lint/suspicious/noConsole: a reporter hears what a test says to the console and nothing else.
    console.info(`corpus ${this.#surface}: ${this.all} cases (${kinds}${by})`);
  }
}
