import type * as Y from 'yjs';
import * as Yjs from 'yjs';
import { mapLimits } from '../limits.ts';
import { deletedKey } from '../schema/deletion.ts';
import { isLiving } from '../schema/openMap.ts';

/** Marks a record as deleted. How much the document holds tells the later deletion from the earlier, without a clock. */
export function markDeleted(record: Y.Map<unknown>): void {
  if (record.doc === null) throw new Error('A record outside a document cannot be deleted');
  let written = 0;
  for (const clock of Yjs.decodeStateVector(Yjs.encodeStateVector(record.doc)).values()) written += clock;
  record.set(deletedKey, written);
}

function countLiving(root: Y.Map<unknown>): number {
  let living = 0;
  root.forEach((record) => {
    if (isLiving(record)) living += 1;
  });
  return living;
}

/** Whether a root map takes so many more records. Deleted ones count only towards `recordsMax`. */
export function hasRoom(root: Y.Map<unknown>, livingMax: number, count = 1): boolean {
  if (root.size + count > mapLimits.recordsMax) return false;
  return root.size + count <= livingMax || countLiving(root) + count <= livingMax;
}

/** Whether one more record of a root map may come back to life. */
export function hasRoomToRestore(root: Y.Map<unknown>, livingMax: number): boolean {
  return countLiving(root) < livingMax;
}
