import type { MapConnection } from '@jejak/sync-client';

const field = 'emotionWords';

/** Somebody who writes one numbered word after another, and notes when the server said that it is saved. */
export class Typist {
  readonly name: string;
  readonly map: MapConnection;
  readonly written: string[] = [];
  /** When each of `written` was said to be saved, from the first on. */
  readonly savedAt: number[] = [];
  readonly seen = new Set<string>();
  #timer: NodeJS.Timeout | null = null;

  constructor(name: string, map: MapConnection) {
    this.name = name;
    this.map = map;
    map.onStatus(({ kind }) => {
      if (kind === 'saved') while (this.savedAt.length < this.written.length) this.savedAt.push(Date.now());
    });
    map.docs.content.getMap(field).observe((event, transaction) => {
      if (!transaction.local) for (const key of event.keysChanged) this.seen.add(key);
    });
  }

  /** Every word this person's copy holds. */
  keys(): readonly string[] {
    return [...this.map.docs.content.getMap(field).keys()];
  }

  start(everyMs: number): void {
    this.#timer = setInterval(() => {
      const key = `stp_${this.written.length}:per_${this.name}`;
      this.written.push(key);
      this.map.docs.content.getMap(field).set(key, `word ${this.written.length}`);
    }, everyMs);
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  /** What was said to be saved before a moment, or until now. */
  savedBefore(at = Number.POSITIVE_INFINITY): readonly string[] {
    return this.written.filter((_, index) => (this.savedAt[index] ?? Number.POSITIVE_INFINITY) < at);
  }
}
