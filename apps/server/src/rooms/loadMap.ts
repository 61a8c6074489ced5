import type { MapPart } from '@jejak/protocol';
import * as Y from 'yjs';
import { DomainError } from '../errors/DomainError.ts';
import { copyOf } from './copyOf.ts';
import { docIdOf } from './docId.ts';
import { docsOf } from './docsOf.ts';
import { type LoadedDocument, type LoadStores, loadDocument } from './loadDocument.ts';
import type { MapModel } from './MapModel.ts';
import { backOffMs, pause } from './retry.ts';

/** Both documents of a map as the stores hold them. */
export type LoadedMap = Readonly<Record<MapPart, LoadedDocument>>;

interface MapStores extends LoadStores {
  readonly model: MapModel;
}

const attemptsMax = 10;

/** Loads a map in the present format; rejects with a `DomainError` when it cannot be opened. */
export async function loadMap(mapId: string, stores: MapStores): Promise<LoadedMap> {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const loaded = await loadParts(mapId, stores);
    if (await isPresentFormat(mapId, loaded, stores)) return loaded;
    if (attempt > 0) await pause(backOffMs(attempt));
  }
  throw new DomainError('UNAVAILABLE');
}

async function loadParts(mapId: string, stores: MapStores): Promise<LoadedMap> {
  const [structure, content] = await Promise.all([
    loadDocument(docIdOf(mapId, 'structure'), stores),
    loadDocument(docIdOf(mapId, 'content'), stores),
  ]);
  if (structure.kind === 'loaded' && content.kind === 'loaded') return { structure, content };
  const absent = structure.kind === 'absent' || content.kind === 'absent';
  throw new DomainError(absent ? 'NOT_FOUND' : 'UNAVAILABLE');
}

/** True when it may be served as it is; false when it was migrated, here or on another node, and must be read again. */
async function isPresentFormat(mapId: string, loaded: LoadedMap, stores: MapStores): Promise<boolean> {
  const { model, logger } = stores;
  const docs = docsOf(loaded);
  if (loaded.structure.damaged || loaded.content.damaged || !model.isForeignFormat(docs)) return true;
  const copies = { structure: copyOf(docs.structure), content: copyOf(docs.content) };
  try {
    if (!model.migrate(copies)) {
      logger.error({ mapId }, 'a map was written by a later version of this program');
      throw new DomainError('UNAVAILABLE');
    }
    // The structure holds the version and comes last: a crash in between only means to do it again. A number that is
    // taken means that another node has begun, or people are in the map already: what it made must not be made twice.
    for (const part of ['content', 'structure'] as const) {
      const before = Y.encodeStateVector(docs[part]);
      if (Y.equalSnapshots(Y.snapshot(copies[part]), Y.snapshot(docs[part]))) continue;
      const updates = [Y.encodeStateAsUpdate(copies[part], before)];
      const result = await stores.log.append({
        docId: docIdOf(mapId, part),
        seq: loaded[part].tail + 1,
        updates,
        migrates: true,
      });
      if (result === 'tooLarge') throw new DomainError('UNAVAILABLE');
      if (result === 'conflict') return false;
    }
    return false;
  } finally {
    copies.structure.destroy();
    copies.content.destroy();
  }
}
