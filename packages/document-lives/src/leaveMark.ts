import type * as Y from 'yjs';
import type { Roots } from './Roots.ts';

/** Nobody reads it: it is gone in the transaction in which it comes. */
const markKey = 'mark';

/** Leaves something of the document's present client id that changes nothing and yet shows in every state vector. */
export function leaveMark(doc: Y.Doc, roots: Roots): void {
  const [root] = [...roots].filter(([, kind]) => kind === 'map').map(([name]) => name);
  if (root === undefined) throw new Error('a document without a root map');
  const map = doc.getMap(root);
  const key = map.has(markKey) ? `${markKey}${doc.clientID}` : markKey;
  map.set(key, true);
  map.delete(key);
}
