import * as Y from 'yjs';
import type { StackItem } from './findObstacle.ts';

/**
 * A colleague may have written into a record at the moment this person deleted it. Such text arrives into
 * something deleted and dies on arrival. Counting it as part of the deletion makes undo bring it back too.
 */
export function keepLateArrivals(transaction: Y.Transaction, items: readonly StackItem[]): void {
  const rescued = new Map<StackItem, Map<number, { clock: number; len: number }[]>>();
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.AbstractType)) return;
    const { client, clock } = struct.id;
    const parent = struct.parent._item;
    if (clock < (transaction.beforeState.get(client) ?? 0) || parent === null) return;
    const owner = items.findLast((item) => Y.isDeleted(item.deletions, parent.id));
    if (owner === undefined) return;
    struct.keep = true;
    const ranges = rescued.get(owner) ?? new Map<number, { clock: number; len: number }[]>();
    rescued.set(owner, ranges);
    ranges.set(client, [...(ranges.get(client) ?? []), { clock, len: struct.length }]);
  });
  for (const [item, ranges] of rescued) {
    const arrived = Y.createDeleteSet();
    for (const [client, found] of ranges) arrived.clients.set(client, found);
    item.deletions = Y.mergeDeleteSets([item.deletions, arrived]);
  }
}
