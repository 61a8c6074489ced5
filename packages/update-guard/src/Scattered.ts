import type { StructIndex } from './StructIndex.ts';
import type { StructId, WalkedStruct } from './WalkedUpdate.ts';

/**
 * Counts the structs of an update that stand between neighbours which cannot have been next to each other for the
 * one who wrote them, as far as the update itself tells. Work has few; made up, each costs a search through all others.
 */
export class Scattered {
  readonly #index: StructIndex;
  readonly #places = new Set<string>();
  count = 0;

  constructor(index: StructIndex) {
    this.#index = index;
  }

  /** `steps`: how many items of the document stand between its neighbours. */
  look(struct: WalkedStruct, steps: number): void {
    if (struct.kind === 'gc') return;
    const place = `${nameOf(struct.left)} ${typeof struct.parent === 'string' ? struct.parent : nameOf(struct.parent)} ${struct.key}`;
    const taken = this.#places.has(place);
    this.#places.add(place);
    if (!this.#isPlain(struct, taken, steps)) this.count += 1;
  }

  #isPlain(
    { client, clock, left, right, key, parent }: WalkedStruct,
    taken: boolean,
    steps: number,
  ): boolean {
    // Written one after the other, or between two of one run.
    if (left !== null && left.client === client && left.clock === clock - 1) return true;
    if (left !== null && right !== null && right.client === left.client && right.clock === left.clock + 1)
      return true;
    const after = right === null ? null : this.#index.find(right);
    // Before what was written at this place just now.
    if (after !== null && nameOf(after.left) === nameOf(left)) return true;
    if (taken) return false;
    const own = left !== null && this.#index.find(left) !== null;
    // A value in place of its own former one, the first in something new, or between neighbours in the document.
    if (own) return right === null && key === null && parent === null && this.#isKeyed(left);
    if (left === null && parent !== null && typeof parent !== 'string' && this.#index.find(parent) !== null)
      return true;
    return after === null && steps === 0;
  }

  /** Whether a struct of the update stands under a key; its neighbours to the left tell. */
  #isKeyed(id: StructId): boolean {
    let at = this.#index.find(id);
    for (let steps = 0; at !== null && steps < 8; steps++) {
      if (at.key !== null) return true;
      if (at.left === null) return false;
      at = this.#index.find(at.left);
    }
    return at === null || at.left !== null;
  }
}

function nameOf(id: StructId | null): string {
  return id === null ? '-' : `${id.client}:${id.clock}`;
}
