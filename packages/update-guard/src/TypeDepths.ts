import type * as Y from 'yjs';
import { type SharedType, structAt, typeAround, typeIn } from './DocView.ts';
import type { StructIndex } from './StructIndex.ts';
import type { WalkedStruct } from './WalkedUpdate.ts';

type Step =
  | { readonly depth: number }
  /** As deep as another struct of the update, or one deeper. */
  | { readonly next: WalkedStruct; readonly deeper: 0 | 1 };

/** How deep the types of an update come to stand, each counted once. */
export class TypeDepths {
  readonly #doc: Y.Doc;
  readonly #index: StructIndex;
  readonly #known = new Map<WalkedStruct, number>();

  constructor(doc: Y.Doc, index: StructIndex) {
    this.#doc = doc;
    this.#index = index;
  }

  /** How many types lie around a struct, the root not counted; null when its neighbours lead in a circle. */
  around(struct: WalkedStruct): number | null {
    const path: { readonly struct: WalkedStruct; readonly deeper: 0 | 1 }[] = [];
    let at = struct;
    for (;;) {
      const known = this.#known.get(at);
      const step: Step = known === undefined ? this.#climb(at) : { depth: known };
      if ('depth' in step) return this.#unwind(at, step.depth, path);
      path.push({ struct: at, deeper: step.deeper });
      if (path.length > this.#index.size) return null;
      at = step.next;
    }
  }

  #unwind(
    last: WalkedStruct,
    base: number,
    path: { readonly struct: WalkedStruct; readonly deeper: 0 | 1 }[],
  ): number {
    this.#known.set(last, base);
    let depth = base;
    for (const { struct, deeper } of path.reverse()) {
      depth += deeper;
      this.#known.set(struct, depth);
    }
    return depth;
  }

  #climb(struct: WalkedStruct): Step {
    if (typeof struct.parent === 'string') return { depth: 0 };
    if (struct.parent !== null) {
      const own = this.#index.find(struct.parent);
      if (own !== null) return { next: own, deeper: 1 };
      const type = typeIn(structAt(this.#doc, struct.parent));
      return { depth: type === null ? 0 : depthOf(type) };
    }
    const neighbour = struct.left ?? struct.right;
    if (neighbour === null) return { depth: 0 };
    const own = this.#index.find(neighbour);
    if (own !== null) return { next: own, deeper: 0 };
    const type = typeAround(structAt(this.#doc, neighbour));
    return { depth: type === null ? 0 : depthOf(type) };
  }
}

/** How many structs lie between a type and its root, its own counted: 0 for a root. */
function depthOf(type: SharedType): number {
  let depth = 0;
  for (let item = type._item; item !== null; depth++) item = typeAround(item)?._item ?? null;
  return depth;
}
