import * as Y from 'yjs';
import type { OwnWrites, Ranges } from './OwnWrites.ts';

/**
 * Why a step cannot be taken back as a whole: `OVERWRITTEN` another person set the same field since,
 * `EXTENDED` another person added to what would disappear, `GONE` it no longer exists.
 */
export type Obstacle = 'OVERWRITTEN' | 'EXTENDED' | 'GONE';

/** One transaction's part of a step, as Yjs keeps it. */
export type StackItem = Y.UndoManager['undoStack'][number];

function structsOf(transaction: Y.Transaction, ranges: Ranges): (Y.Item | Y.GC)[] {
  const structs: (Y.Item | Y.GC)[] = [];
  Y.iterateDeletedStructs(transaction, ranges, (struct) => {
    structs.push(struct);
  });
  return structs;
}

/** Where an item lives today: undo re-creates what it brings back under a new id. */
function followRedone(doc: Y.Doc, item: Y.Item): Y.Item {
  let current = item;
  while (current.redone !== null) {
    const next = Y.getItem(doc.store, current.redone);
    if (!(next instanceof Y.Item)) return current;
    current = next;
  }
  return current;
}

function parentItemOf(item: Y.Item): Y.Item | null {
  return item.parent instanceof Y.AbstractType ? item.parent._item : null;
}

function typeOf(item: Y.Item): Y.AbstractType<unknown> | null {
  return item.content instanceof Y.ContentType ? item.content.type : null;
}

function holdsForeign(type: Y.AbstractType<unknown>, own: OwnWrites): boolean {
  const children: Y.Item[] = [...type._map.values()];
  for (let child = type._start; child !== null; child = child.right) children.push(child);
  return children.some((child) => {
    if (child.deleted) return false;
    const inner = typeOf(child);
    return !own.covers(child) || (inner !== null && holdsForeign(inner, own));
  });
}

function obstacleToRemoval(doc: Y.Doc, written: Y.Item, own: OwnWrites): Obstacle | null {
  if (written.parentSub === null) return null;
  const item = followRedone(doc, written);
  if (item.deleted) return parentItemOf(item)?.deleted === true ? 'GONE' : 'OVERWRITTEN';
  const type = typeOf(item);
  return type !== null && holdsForeign(type, own) ? 'EXTENDED' : null;
}

function obstacleToReturn(doc: Y.Doc, removed: Y.Item, step: StackItem, own: OwnWrites): Obstacle | null {
  if (removed.redone !== null) return null;
  const parent = parentItemOf(removed);
  // Returns together with its record.
  if (parent?.deleted === true && Y.isDeleted(step.deletions, parent.id)) return null;
  const home = parent === null ? null : followRedone(doc, parent);
  if (home?.deleted === true) return 'GONE';
  if (removed.parentSub === null) return null;
  for (let later = removed.right; later !== null; later = later.right) {
    if (!own.covers(later)) return 'OVERWRITTEN';
  }
  const homeType = home === null ? removed.parent : typeOf(home);
  const current = homeType instanceof Y.AbstractType ? homeType._map.get(removed.parentSub) : undefined;
  return current !== undefined && !current.deleted && !own.covers(current) ? 'OVERWRITTEN' : null;
}

/**
 * What stands against taking back one document's part of a step. Asked before anything is touched, because
 * Yjs would silently leave out the fields that others have changed: half a step.
 */
export function findObstacle(doc: Y.Doc, step: StackItem, own: OwnWrites): Obstacle | null {
  return Y.transact(doc, (transaction) => {
    for (const struct of structsOf(transaction, step.insertions)) {
      if (Y.isDeleted(step.deletions, struct.id)) continue;
      // Swept up together with a record that somebody else deleted.
      if (!(struct instanceof Y.Item)) return 'GONE';
      const obstacle = obstacleToRemoval(doc, struct, own);
      if (obstacle !== null) return obstacle;
    }
    for (const struct of structsOf(transaction, step.deletions)) {
      if (!(struct instanceof Y.Item) || Y.isDeleted(step.insertions, struct.id)) continue;
      const obstacle = obstacleToReturn(doc, struct, step, own);
      if (obstacle !== null) return obstacle;
    }
    return null;
  });
}
