import type * as Y from 'yjs';
import { type SharedType, structAt, typeAround, typeIn } from './DocView.ts';
import type { StructIndex } from './StructIndex.ts';
import type { WalkedStruct } from './WalkedUpdate.ts';

/**
 * How many items Yjs may have to pass to find the place of a struct: those that stand between its neighbours, at
 * most `max`; `left` is what the document holds of its left neighbour. For work that knew the document it is none; made up, it can be all the document holds, for each struct.
 */
export function placeCost(
  doc: Y.Doc,
  index: StructIndex,
  struct: WalkedStruct,
  left: Y.Item | null,
  max: number,
): number {
  // Where its neighbour comes with the same update, nothing of the document can stand between them.
  if (struct.kind === 'gc' || (struct.left !== null && index.find(struct.left) !== null)) return 0;
  const first = struct.left === null ? atBeginning(doc, struct) : behind(left, struct.left.clock);
  let steps = 0;
  for (let item = first; item !== null && steps < max; item = item.right) {
    if (struct.right !== null && holds(item, struct.right)) {
      // In the middle of a run: only what stands right before it is its neighbour.
      const { client, clock } = struct.right;
      const next = struct.left?.client === client && struct.left.clock === clock - 1;
      return clock === item.id.clock || next ? steps : steps + 1;
    }
    steps += 1;
  }
  return steps;
}

function behind(item: Y.Item | null, clock: number): Y.Item | null {
  // Its neighbour may be the next character of the same run.
  return item !== null && clock === item.id.clock + item.length - 1 ? item.right : item;
}

function atBeginning(doc: Y.Doc, struct: WalkedStruct): Y.Item | null {
  const type = parentOf(doc, struct);
  if (type === null) return null;
  if (struct.key === null) return type._start;
  let item = type._map.get(struct.key) ?? null;
  while (item !== null && item.left !== null) item = item.left;
  return item;
}

function parentOf(doc: Y.Doc, { parent, right }: WalkedStruct): SharedType | null {
  if (typeof parent === 'string') return doc.share.get(parent) ?? null;
  if (parent !== null) return typeIn(structAt(doc, parent));
  return right === null ? null : typeAround(structAt(doc, right));
}

function holds(
  item: Y.Item,
  { client, clock }: { readonly client: number; readonly clock: number },
): boolean {
  return item.id.client === client && item.id.clock <= clock && clock < item.id.clock + item.length;
}
