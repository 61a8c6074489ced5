import type { MapSnapshot } from '@jejak/journey-model';
import { mapParts } from '@jejak/protocol';
import { LRUCache } from 'lru-cache';
import * as Y from 'yjs';
import { docIdOf } from './docId.ts';
import { docsOf } from './docsOf.ts';
import type { MapVersion } from './LiveMaps.ts';
import { type LoadStores, loadDocument } from './loadDocument.ts';
import type { MapModel } from './MapModel.ts';
import { TurnTails } from './TurnTails.ts';

/** A map at a version. */
export interface ReadMap {
  readonly snapshot: MapSnapshot;
  readonly version: MapVersion;
}

interface Kept extends ReadMap {
  /** Of its records, for the bound of all. */
  readonly bytes: number;
}

interface ClosedMapsOptions extends LoadStores {
  readonly model: MapModel;
}

const mapsKeptMax = 200;
/** Of the stored documents; what is made of them takes some times that. */
const bytesKeptMax = 8 * 1024 * 1024;

/**
 * Maps that are not open here, read as they are stored. Nobody sees anything before it is in the log, so whoever asks the
 * log first, and answers at least as much, answers at least what anybody can have seen, on whichever node.
 */
export class ClosedMaps {
  readonly #options: ClosedMapsOptions;
  /** What was read last of each map, good for as long as the log stands there. */
  readonly #kept = new LRUCache<string, Kept>({
    max: mapsKeptMax,
    maxSize: bytesKeptMax,
    sizeCalculation: ({ bytes }) => bytes,
  });
  readonly #reading = new Map<string, Promise<Kept | null>>();
  readonly #tails: TurnTails;

  constructor(options: ClosedMapsOptions) {
    this.#options = options;
    this.#tails = new TurnTails(options.log);
  }

  /** The map as it is journaled; null where a room has to look at it: for one that is absent, damaged or to be migrated. */
  async read(mapId: string): Promise<ReadMap | null> {
    const docIds = mapParts.map((part) => docIdOf(mapId, part));
    const tails = await this.#tails.of(docIds);
    const [structure = 0, content = 0] = docIds.map((docId) => tails.get(docId));
    const known = this.#kept.get(mapId);
    if (known?.version.structure === structure && known.version.content === content) return known;
    const read = await this.#readOnce(mapId, { structure, content });
    if (read === null) this.#kept.delete(mapId);
    else this.#kept.set(mapId, read);
    return read;
  }

  /** Who finds the log where another found it shares what that one reads. */
  async #readOnce(mapId: string, least: MapVersion): Promise<Kept | null> {
    const key = `${mapId} ${least.structure}.${least.content}`;
    const begun = this.#reading.get(key);
    if (begun !== undefined) return begun;
    const reading = this.#load(mapId, least).finally(() => this.#reading.delete(key));
    this.#reading.set(key, reading);
    return reading;
  }

  async #load(mapId: string, least: MapVersion): Promise<Kept | null> {
    const { model } = this.#options;
    const [structure, content] = await Promise.all(
      mapParts.map((part) => loadDocument(docIdOf(mapId, part), this.#options)),
    );
    if (structure?.kind !== 'loaded' || content?.kind !== 'loaded') return null;
    const version = { structure: structure.tail, content: content.tail };
    if (version.structure < least.structure || version.content < least.content) return null;
    const docs = docsOf({ structure, content });
    try {
      if (structure.damaged || content.damaged || model.isForeignFormat(docs)) return null;
      const snapshot = model.readMap(docs);
      const states = [structure, content].map(({ state, doc }) => state ?? Y.encodeStateAsUpdate(doc));
      return { snapshot, version, bytes: states.reduce((sum, { byteLength }) => sum + byteLength, 0) };
    } finally {
      docs.structure.destroy();
      docs.content.destroy();
    }
  }
}
