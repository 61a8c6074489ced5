import * as Y from 'yjs';
import { entriesOf, madeOf } from './content.ts';
import { leaveMark } from './leaveMark.ts';
import type { Roots } from './Roots.ts';

/**
 * The same content without its past: one client, no deletions. All of it is written under the number of the new epoch,
 * so that a copy of this life can be told by its state vector from a copy of any other.
 *
 * @param state the whole document as one update (V1)
 * @param epoch the number of the new life, 1 to 2^31
 * @param roots the document's roots; nothing else is taken over
 * @returns the new document as one update (V1)
 * @throws when `state` cannot be read
 */
export function beginAnew(state: Uint8Array, epoch: number, roots: Roots): Uint8Array {
  const before = new Y.Doc();
  const after = new Y.Doc();
  after.clientID = epoch;
  try {
    Y.applyUpdate(before, state);
    after.transact(() => {
      for (const [root, kind] of roots) {
        if (kind === 'text') after.getText(root).insert(0, before.getText(root).toString());
        else
          for (const [key, content] of entriesOf(before.getMap(root)))
            after.getMap(root).set(key, madeOf(content));
      }
      // An empty document has a founder too.
      leaveMark(after, roots);
    });
    return Y.encodeStateAsUpdate(after);
  } finally {
    before.destroy();
    after.destroy();
  }
}
