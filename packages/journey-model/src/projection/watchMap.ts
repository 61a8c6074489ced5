import type * as Y from 'yjs';
import { forbiddenKeys } from '../limits.ts';
import type { MapDocs } from '../operation.ts';
import { metaId, parseMeta } from '../schema/mapMeta.ts';
import { isLiving, openRoot, type RootName } from '../schema/openMap.ts';
import type { MapSnapshot } from '../snapshot.ts';
import { assembleEmotions, assembleMap, gridOf, reuseArray } from './assembleMap.ts';
import { changedKeys } from './changedKeys.ts';
import {
  emotionKeyOf,
  type ParsedMap,
  parseEmotion,
  parseMap,
  type RecordKind,
  recordParsers,
} from './parseMap.ts';
import { type CardChange, patchPlaced, patchUnplaced } from './patchCards.ts';
import { sameValue } from './sameValue.ts';

/** Above this many cards in one transaction it is cheaper to sort anew. */
const patchedCardsMax = 64;

/** A snapshot that follows its documents until destroyed. */
export interface MapReader {
  /** The map as of the last transaction. */
  readonly snapshot: MapSnapshot;
  destroy(): void;
}

interface Changes {
  readonly ids: Set<string>;
  readonly cards: CardChange[];
  /** Whether anything but cards and emotions changed. */
  structure: boolean;
}

function rereadRecords(
  docs: MapDocs,
  parsed: ParsedMap,
  kind: RecordKind,
  keys: Iterable<string>,
  changes: Changes,
) {
  const root = openRoot(kind === 'cards' ? docs.content : docs.structure, kind);
  const records: Map<string, unknown> = parsed[kind];
  for (const id of keys) {
    if (forbiddenKeys.includes(id)) continue;
    const before = parsed[kind].get(id);
    const stored = root?.get(id);
    if (!isLiving(stored)) {
      if (!records.delete(id)) continue;
    } else {
      const after = recordParsers[kind](id, stored);
      if (sameValue(before, after)) continue;
      records.set(id, after);
    }
    changes.ids.add(id);
    if (kind === 'cards') {
      const after = parsed.cards.get(id) ?? null;
      changes.cards.push({ before: before !== undefined && 'place' in before ? before : null, after });
    } else changes.structure = true;
  }
}

function rereadMeta(docs: MapDocs, parsed: ParsedMap, changes: Changes): void {
  const before = parsed.meta;
  const after = parseMeta(openRoot(docs.structure, 'meta'));
  if (sameValue(before, after)) return;
  parsed.meta = {
    ...after,
    title: sameValue(before.title, after.title) ? before.title : after.title,
    charter: sameValue(before.charter, after.charter) ? before.charter : after.charter,
  };
  changes.ids.add(metaId);
  changes.structure = true;
}

function rereadEmotions(
  docs: MapDocs,
  parsed: ParsedMap,
  name: 'emotionScores' | 'emotionWords',
  keys: Iterable<string>,
  changes: Changes,
): void {
  for (const storedKey of keys) {
    const key = emotionKeyOf(name, storedKey);
    if (key === null) continue;
    const after = parseEmotion(docs, key);
    if (sameValue(parsed.emotions.get(key) ?? null, after)) continue;
    if (after === null) parsed.emotions.delete(key);
    else parsed.emotions.set(key, after);
    changes.ids.add(key);
  }
}

function reread(docs: MapDocs, parsed: ParsedMap, changed: Map<RootName, Set<string>>): Changes {
  const changes: Changes = { ids: new Set(), cards: [], structure: false };
  for (const [name, keys] of changed) {
    if (name === 'meta') rereadMeta(docs, parsed, changes);
    else if (name === 'emotionScores' || name === 'emotionWords')
      rereadEmotions(docs, parsed, name, keys, changes);
    else rereadRecords(docs, parsed, name, keys, changes);
  }
  return changes;
}

/** A card about a whole stage can make or end that stage's own column, if it is the first or the last one. */
function changesColumns(snapshot: MapSnapshot, parsed: ParsedMap, cards: readonly CardChange[]): boolean {
  const touched = new Set(
    cards.flatMap(({ before, after }) => [before?.place.columnId, after?.place.columnId]),
  );
  const stages = snapshot.stages.filter((stage) => stage.steps.length > 0 && touched.has(stage.id));
  if (stages.length === 0) return false;
  const { lanes } = gridOf([], snapshot.lanes);
  const held = new Set<string>();
  for (const { place } of parsed.cards.values()) if (lanes.has(place.laneId)) held.add(place.columnId);
  return stages.some(
    (stage) => held.has(stage.id) !== snapshot.columns.some((column) => column.id === stage.id),
  );
}

function advance(snapshot: MapSnapshot, parsed: ParsedMap, changes: Changes): MapSnapshot {
  const { cards, structure } = changes;
  if (structure || cards.length > patchedCardsMax || changesColumns(snapshot, parsed, cards)) {
    return assembleMap(parsed, snapshot, cards.length > 0);
  }
  const grid = gridOf(snapshot.columns, snapshot.lanes);
  const unplaced = patchUnplaced(snapshot.unplaced.cards, grid, cards);
  return {
    ...snapshot,
    cards: patchPlaced(snapshot.cards, grid, cards),
    emotions: reuseArray(snapshot.emotions, assembleEmotions(parsed, snapshot.stages, snapshot.personas)),
    unplaced:
      unplaced === snapshot.unplaced.cards
        ? snapshot.unplaced
        : { steps: snapshot.unplaced.steps, cards: unplaced },
  };
}

/**
 * Keeps a snapshot up to date. After each transaction only what it touched is read again; every record and
 * list that stays as it was keeps its identity. Always equal to `readMap`. `changedIds` names the records;
 * `<stepId>:<personaId>` stands for an emotion, `meta` for the map itself.
 */
export function watchMap(
  docs: MapDocs,
  onChange: (snapshot: MapSnapshot, changedIds: ReadonlySet<string>) => void,
): MapReader {
  const parsed = parseMap(docs);
  let snapshot = assembleMap(parsed);
  const follow = (transaction: Y.Transaction): void => {
    if (transaction.changed.size === 0) return;
    const changes = reread(docs, parsed, changedKeys(transaction));
    if (changes.ids.size === 0) return;
    snapshot = advance(snapshot, parsed, changes);
    onChange(snapshot, changes.ids);
  };
  docs.structure.on('afterTransaction', follow);
  docs.content.on('afterTransaction', follow);
  return {
    get snapshot() {
      return snapshot;
    },
    destroy() {
      docs.structure.off('afterTransaction', follow);
      docs.content.off('afterTransaction', follow);
    },
  };
}
