import * as Y from 'yjs';
import type { MapDocs } from '../src/operation.ts';
import { emptyDocs } from './buildMap.ts';

const parts = ['structure', 'content'] as const;

/** Brings all documents to the same state, as a reconnect does. */
export function exchange(...peers: readonly MapDocs[]): void {
  for (const part of parts) {
    for (let round = 0; round < 2; round += 1) {
      const [hub, ...others] = peers.map((peer) => peer[part]);
      if (hub === undefined) return;
      for (const other of others) {
        Y.applyUpdate(hub, Y.encodeStateAsUpdate(other, Y.encodeStateVector(hub)), 'remote');
        Y.applyUpdate(other, Y.encodeStateAsUpdate(hub, Y.encodeStateVector(other)), 'remote');
      }
    }
  }
}

/** Another person's copy of the documents. */
export function copyOf(docs: MapDocs): MapDocs {
  const copy = emptyDocs();
  exchange(docs, copy);
  return copy;
}
