import * as Y from 'yjs';
import { markDeleted } from '../operations/deletions.ts';
import { markItemOf, recordItemOf, typeOf } from './recordItem.ts';
import { type StackItem, structsOf } from './stackItem.ts';

/** The records that a step added and that nobody has taken out since. */
export function recordsAddedBy(transaction: Y.Transaction, step: StackItem): Y.Item[] {
  return structsOf(transaction, step.insertions).filter(
    (struct): struct is Y.Item =>
      struct instanceof Y.Item && !struct.deleted && recordItemOf(struct) === struct,
  );
}

/** Gives the records a step added the mark of a deleted record, and answers which they are. */
export function markAdded(transaction: Y.Transaction, step: StackItem): ReadonlySet<Y.Item> {
  const added = recordsAddedBy(transaction, step);
  for (const item of added) {
    const record = typeOf(item);
    if (record instanceof Y.Map && markItemOf(item) === null) markDeleted(record);
  }
  return new Set(added);
}
