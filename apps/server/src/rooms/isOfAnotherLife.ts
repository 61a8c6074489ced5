import * as Y from 'yjs';
import type { Room } from './Room.ts';

/**
 * Whether a copy belongs to another life of a document, told by its state vector: each life begins with something of a
 * client whose id is the epoch, and whoever has been told anything of that life has this. A copy of one client alone may
 * be that of somebody who wrote before they were told anything. A document from before that rule says nothing.
 */
export function isOfAnotherLife(copy: Uint8Array, { epoch, formerEpochs, stateVector }: Room): boolean {
  const theirs = Y.decodeStateVector(copy);
  if (theirs.size === 0 || theirs.has(epoch)) return false;
  if (!Y.decodeStateVector(stateVector).has(epoch)) return false;
  return theirs.size > 1 || [...theirs.keys()].some((client) => formerEpochs.has(client));
}
