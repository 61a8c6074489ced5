import * as Y from 'yjs';

/** One transaction's part of a step, as Yjs keeps it. */
export type StackItem = Y.UndoManager['undoStack'][number];

/** A set of ranges of the documents' history, by client; what Yjs calls a delete set. */
export type Ranges = StackItem['insertions'];

/** What a document holds in the given ranges. */
export function structsOf(transaction: Y.Transaction, ranges: Ranges): (Y.Item | Y.GC)[] {
  const structs: (Y.Item | Y.GC)[] = [];
  Y.iterateDeletedStructs(transaction, ranges, (struct) => {
    structs.push(struct);
  });
  return structs;
}
