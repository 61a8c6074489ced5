import * as Y from 'yjs';
import { deletedKey } from '../schema/deletion.ts';
import { recordsAddedBy } from './markAdded.ts';
import type { OwnWrites } from './OwnWrites.ts';
import { markItemOf, parentItemOf, recordItemOf, typeOf } from './recordItem.ts';
import { type StackItem, structsOf } from './stackItem.ts';

/**
 * Why a step cannot be taken back as a whole: `OVERWRITTEN` another person set the same field since,
 * `EXTENDED` another person wrote into what would disappear, `GONE` it no longer exists.
 */
export type Obstacle = 'OVERWRITTEN' | 'EXTENDED' | 'GONE';

/** How far each client's history reached at some moment. */
export type History = ReadonlyMap<number, number>;

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

/** Whether something in a type was written by others after the given moment. */
function holdsForeign(type: Y.AbstractType<unknown>, own: OwnWrites, since: History): boolean {
  const children: Y.Item[] = [...type._map.values()];
  for (let child = type._start; child !== null; child = child.right) children.push(child);
  return children.some((child) => {
    if (child.deleted) return false;
    const inner = typeOf(child);
    const isNew = child.id.clock + child.length > (since.get(child.id.client) ?? 0);
    return (isNew && !own.covers(child)) || (inner !== null && holdsForeign(inner, own, since));
  });
}

function obstacleToRemoval(doc: Y.Doc, written: Y.Item): Obstacle | null {
  if (written.parentSub === null) return null;
  const item = followRedone(doc, written);
  if (!item.deleted) return null;
  return parentItemOf(item)?.deleted === true ? 'GONE' : 'OVERWRITTEN';
}

/** Values no record is without. */
const requiredKeys: ReadonlySet<string | null> = new Set(['place', 'rank', 'kind', 'type']);

/**
 * Whether nothing would be left of a value that must be there. So it is when it was set at a moment in which a
 * colleague's change had arrived half: the value before was gone, theirs still on its way.
 */
function leavesNothing(written: Y.Item, returning: readonly Y.Item[]): boolean {
  return (
    requiredKeys.has(written.parentSub) &&
    !returning.some((item) => item.parent === written.parent && item.parentSub === written.parentSub)
  );
}

function obstacleToReturn(removed: Y.Item, own: OwnWrites): Obstacle | null {
  if (removed.redone !== null) return null;
  if (parentItemOf(removed)?.deleted === true) return 'GONE';
  if (removed.parentSub === null) return null;
  for (let later = removed.right; later !== null; later = later.right) {
    if (!own.covers(later)) return 'OVERWRITTEN';
  }
  return null;
}

/** The records that disappear when a step is taken back: those it added, and those it brought back. */
function recordsToHide(transaction: Y.Transaction, step: StackItem): Y.Item[] {
  const hidden = new Set(recordsAddedBy(transaction, step));
  for (const struct of structsOf(transaction, step.deletions)) {
    if (!(struct instanceof Y.Item) || struct.parentSub !== deletedKey) continue;
    const record = parentItemOf(struct);
    if (record !== null && recordItemOf(struct) === record && !Y.isDeleted(step.insertions, struct.id))
      hidden.add(record);
  }
  return [...hidden].filter((record) => markItemOf(record) === null);
}

/** A record that others have deleted; the step's own mark does not count. */
function isGone(struct: Y.Item, step: StackItem): boolean {
  const record = recordItemOf(struct);
  const mark = record === null ? null : markItemOf(record);
  return mark !== null && !Y.isDeleted(step.insertions, mark.id);
}

/**
 * What stands against taking back one document's part of a step. Asked before anything is touched, because
 * Yjs would silently leave out the fields that others have changed: half a step.
 */
export function findObstacle(doc: Y.Doc, step: StackItem, own: OwnWrites, since: History): Obstacle | null {
  return Y.transact(doc, (transaction) => {
    for (const record of recordsToHide(transaction, step)) {
      const type = typeOf(record);
      if (type !== null && holdsForeign(type, own, since)) return 'EXTENDED';
    }
    const added = new Set(recordsAddedBy(transaction, step));
    const returning = structsOf(transaction, step.deletions).filter(
      (struct): struct is Y.Item => struct instanceof Y.Item && !Y.isDeleted(step.insertions, struct.id),
    );
    for (const struct of structsOf(transaction, step.insertions)) {
      if (Y.isDeleted(step.deletions, struct.id)) continue;
      // Swept up together with a value that somebody else replaced.
      if (!(struct instanceof Y.Item)) return 'GONE';
      if (isGone(struct, step)) return 'GONE';
      const obstacle = obstacleToRemoval(doc, struct);
      if (obstacle !== null) return obstacle;
      const record = recordItemOf(struct);
      if ((record === null || !added.has(record)) && leavesNothing(struct, returning)) return 'OVERWRITTEN';
    }
    for (const struct of returning) {
      if (isGone(struct, step)) return 'GONE';
      const obstacle = obstacleToReturn(struct, own);
      if (obstacle !== null) return obstacle;
    }
    return null;
  });
}
