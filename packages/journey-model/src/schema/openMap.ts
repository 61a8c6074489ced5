import * as Y from 'yjs';
import type { MapDocs } from '../operation.ts';
import { deletionOf } from './deletion.ts';

/** Root maps of the structure document. */
export const structureRoots = ['meta', 'stages', 'steps', 'lanes', 'personas'] as const;
/** Root maps of the content document. */
export const contentRoots = ['cards', 'emotionScores', 'emotionWords'] as const;

/** Name of a root map of either document. */
export type RootName = (typeof structureRoots)[number] | (typeof contentRoots)[number];

/** The root maps of both documents, by name. */
export type OpenMap = { readonly [Name in RootName]: Y.Map<unknown> };

/** The living record under a key, when there is one and it is a map as it should be. */
export function recordOf(root: Y.Map<unknown>, id: string): Y.Map<unknown> | null {
  const value = root.get(id);
  return isLiving(value) ? value : null;
}

/** Whether a stored value is a record, be it living or deleted. */
export function isRecord(value: unknown): value is Y.Map<unknown> {
  return value instanceof Y.Map;
}

/** Whether a stored value is a record that nobody has deleted. */
export function isLiving(value: unknown): value is Y.Map<unknown> {
  return isRecord(value) && deletionOf(value) === null;
}

/**
 * Opens a root map, or answers null where this name already stands for something else: Yjs would throw,
 * and reading must not.
 */
export function openRoot(doc: Y.Doc, name: RootName): Y.Map<unknown> | null {
  const present = doc.share.get(name);
  if (present !== undefined && present.constructor !== Y.AbstractType && !(present instanceof Y.Map))
    return null;
  return doc.getMap<unknown>(name);
}

/** The documents of a map with their root maps, ready to be written. */
export function openMap(docs: MapDocs): OpenMap {
  const { structure, content } = docs;
  return {
    meta: structure.getMap('meta'),
    stages: structure.getMap('stages'),
    steps: structure.getMap('steps'),
    lanes: structure.getMap('lanes'),
    personas: structure.getMap('personas'),
    cards: content.getMap('cards'),
    emotionScores: content.getMap('emotionScores'),
    emotionWords: content.getMap('emotionWords'),
  };
}
