import type { Logger } from 'pino';
import type * as Y from 'yjs';
import type { SnapshotStore } from '../../src/persistence/SnapshotStore.ts';
import type { UpdateLog } from '../../src/persistence/UpdateLog.ts';
import { loadDocument } from '../../src/rooms/loadDocument.ts';

/** A document as the stores hold it, read past every server. */
export async function storedDocument(
  docId: string,
  stores: { readonly log: UpdateLog; readonly snapshots: SnapshotStore; readonly logger: Logger },
): Promise<Y.Doc> {
  const loaded = await loadDocument(docId, stores);
  if (loaded.kind !== 'loaded') throw new Error(`the document is ${loaded.kind}`);
  return loaded.doc;
}
