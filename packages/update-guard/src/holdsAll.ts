import type * as Y from 'yjs';
import { allDeleted } from './checkAgainst.ts';
import { knownClock } from './DocView.ts';
import type { WalkedUpdate } from './WalkedUpdate.ts';

/** Whether the document holds everything in an update, deletes included. */
export function holdsAll(doc: Y.Doc, update: WalkedUpdate): boolean {
  return (
    update.brought.every(({ client, endClock }) => endClock <= knownClock(doc, client)) &&
    update.deleted.every(({ client, ranges, endClock }) => {
      if (endClock > knownClock(doc, client)) return false;
      for (let at = 0; at < ranges.length; at += 2) {
        if (!allDeleted(doc, client, ranges[at] ?? 0, ranges[at + 1] ?? 0)) return false;
      }
      return true;
    })
  );
}
