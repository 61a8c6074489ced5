import type { PresenceUser } from '@jejak/protocol';

/** The last word of a node about one map. */
interface Word {
  readonly count: number;
  readonly people: readonly PresenceUser[];
  readonly heardAt: number;
}

/** Two renewals may be lost; a node that died takes its people along by then. */
const keptMs = 40_000;
const wordsMax = 20_000;

/** Who is in which map by connections of other nodes, as far as they told: their last words, bounded in time and number. */
export class PeopleElsewhere {
  /** By map, then by node. */
  readonly #words = new Map<string, Map<string, Word>>();
  readonly #now: () => number;
  #size = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Takes what a node says about one map; of two words the one with the higher count is the later one. */
  hear(node: string, count: number, mapId: string, people: readonly PresenceUser[]): void {
    const known = this.#words.get(mapId)?.get(node);
    if (known !== undefined && count <= known.count) return;
    if (known === undefined) {
      if (this.#size >= wordsMax) return;
      this.#size += 1;
    }
    // That somebody left is kept as long as that they are there: an older word may yet come late.
    const word = { count, people, heardAt: this.#now() };
    const words = this.#words.get(mapId);
    if (words === undefined) this.#words.set(mapId, new Map([[node, word]]));
    else words.set(node, word);
  }

  /** Who is in a map on other nodes, perhaps more than once. */
  in(mapId: string): readonly PresenceUser[] {
    const words = [...(this.#words.get(mapId)?.values() ?? [])];
    return words.flatMap((word) => (this.#counts(word) ? word.people : []));
  }

  /** Forgets words that no longer count. */
  sweep(): void {
    for (const [mapId, words] of this.#words) {
      for (const [node, word] of words) {
        if (this.#counts(word)) continue;
        words.delete(node);
        this.#size -= 1;
      }
      if (words.size === 0) this.#words.delete(mapId);
    }
  }

  #counts({ heardAt }: Word): boolean {
    return this.#now() - heardAt < keptMs;
  }
}
