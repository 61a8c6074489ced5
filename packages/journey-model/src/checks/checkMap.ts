import * as Y from 'yjs';
import { forbiddenKeys, mapLimits } from '../limits.ts';
import type { MapDocs } from '../operation.ts';
import { assembleMap } from '../projection/assembleMap.ts';
import { parseMap } from '../projection/parseMap.ts';
import { sameValue } from '../projection/sameValue.ts';
import { compareRanked, isRank } from '../rank.ts';
import { cardTextFields, parsePlace, parseTags } from '../schema/card.ts';
import { deletedKey, deletionOf } from '../schema/deletion.ts';
import { laneTextFields } from '../schema/lane.ts';
import { textKey } from '../schema/localizedText.ts';
import { metaId, metaTextFields, readSchemaVersion } from '../schema/mapMeta.ts';
import { contentRoots, isLiving, isRecord, openRoot, structureRoots } from '../schema/openMap.ts';
import { personaTextFields } from '../schema/persona.ts';
import { stageTextFields } from '../schema/stage.ts';
import { stepTextFields } from '../schema/step.ts';
import { idOrNull, ownProperty } from '../schema/values.ts';
import type { MapSnapshot } from '../snapshot.ts';
import { locales } from '../vocabulary.ts';

/** One broken invariant. `id` is the record it is about; `rule` is stable. */
export interface Finding {
  readonly rule:
    | 'ROOT'
    | 'PENDING'
    | 'VERSION'
    | 'RECORD'
    | 'TEXT'
    | 'RANK'
    | 'KEY'
    | 'LIMIT'
    | 'LOST'
    | 'ORDER'
    | 'PURE';
  readonly id: string;
  readonly detail: string;
}

const recordRules = {
  stages: { texts: stageTextFields, max: mapLimits.stagesMax },
  steps: { texts: stepTextFields, max: mapLimits.stepsMax },
  lanes: { texts: laneTextFields, max: mapLimits.lanesMax },
  personas: { texts: personaTextFields, max: mapLimits.personasMax },
  cards: { texts: cardTextFields, max: mapLimits.cardsMax },
} as const;

function* checkTexts(id: string, record: Y.Map<unknown>, fields: readonly string[]): Generator<Finding> {
  for (const field of fields) {
    const max = field === 'name' || field === 'title' ? mapLimits.nameLengthMax : mapLimits.textLengthMax;
    for (const locale of locales) {
      const text = record.get(textKey(field, locale));
      if (!(text instanceof Y.Text)) yield { rule: 'TEXT', id, detail: `${field}.${locale} is no text` };
      else if (text.length > max)
        yield { rule: 'LIMIT', id, detail: `${field}.${locale} has ${text.length}` };
    }
  }
}

function rankOf(kind: keyof typeof recordRules, record: Y.Map<unknown>): unknown {
  if (kind === 'cards') return parsePlace(record.get('place')).rank;
  return kind === 'steps' ? ownProperty(record.get('place'), 'rank') : record.get('rank');
}

function* checkRecords(docs: MapDocs): Generator<Finding> {
  for (const kind of ['stages', 'steps', 'lanes', 'personas', 'cards'] as const) {
    const { texts, max } = recordRules[kind];
    const root = openRoot(kind === 'cards' ? docs.content : docs.structure, kind);
    if (root === null) continue;
    if (root.size > mapLimits.recordsMax) yield { rule: 'LIMIT', id: kind, detail: `${root.size} records` };
    const living = [...root.values()].filter(isLiving).length;
    if (living > max) yield { rule: 'LIMIT', id: kind, detail: `${living} living records` };
    for (const [id, record] of root.entries()) {
      if (forbiddenKeys.includes(id) || id.length > mapLimits.idLengthMax)
        yield { rule: 'KEY', id, detail: kind };
      if (!isRecord(record)) {
        yield { rule: 'RECORD', id, detail: `in ${kind} is no record` };
        continue;
      }
      const mark = record.get(deletedKey);
      if (mark !== undefined && deletionOf(record) === null)
        yield { rule: 'RECORD', id, detail: `has a mark of type ${typeof mark}` };
      const rank = rankOf(kind, record);
      if (!isRank(rank)) yield { rule: 'RANK', id, detail: `has ${JSON.stringify(rank)}` };
      yield* checkTexts(id, record, texts);
      const tags = kind === 'cards' ? parseTags(record).length : 0;
      // Concurrent tags add up: twice the limit can be honest.
      if (tags > mapLimits.tagsPerCardMax * 2) yield { rule: 'LIMIT', id, detail: `${tags} tags` };
    }
  }
}

function* checkDocuments(docs: MapDocs): Generator<Finding> {
  for (const [part, names] of [['structure', structureRoots] as const, ['content', contentRoots] as const]) {
    const doc = docs[part];
    for (const name of doc.share.keys()) {
      if (!names.some((known) => known === name))
        yield { rule: 'ROOT', id: name, detail: `unknown in ${part}` };
    }
    for (const name of names) {
      if (openRoot(doc, name) === null) yield { rule: 'ROOT', id: name, detail: 'is no map' };
    }
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
      yield { rule: 'PENDING', id: part, detail: 'waits for something that never came' };
    }
  }
  const meta = openRoot(docs.structure, 'meta');
  if (meta !== null && meta.size > 0) {
    if (readSchemaVersion(meta) === 0) yield { rule: 'VERSION', id: metaId, detail: 'says no version' };
    yield* checkTexts(metaId, meta, metaTextFields);
    const linked = meta.get('currentStateMapId');
    if (linked !== undefined && idOrNull(linked) === null)
      yield { rule: 'KEY', id: metaId, detail: 'links to what is no id' };
  }
}

function* checkProjection(docs: MapDocs, snapshot: MapSnapshot): Generator<Finding> {
  const parsed = parseMap(docs);
  const steps = [...snapshot.stages.flatMap((stage) => stage.steps), ...snapshot.unplaced.steps];
  const shown = {
    stages: snapshot.stages,
    steps,
    lanes: snapshot.lanes,
    personas: snapshot.personas,
    cards: [...snapshot.cards, ...snapshot.unplaced.cards],
  };
  for (const kind of ['stages', 'steps', 'lanes', 'personas', 'cards'] as const) {
    const ids = new Set(shown[kind].map((record) => record.id));
    if (ids.size !== shown[kind].length) yield { rule: 'LOST', id: kind, detail: 'shows a record twice' };
    for (const id of parsed[kind].keys()) {
      if (!ids.has(id)) yield { rule: 'LOST', id, detail: `of ${kind} is not shown` };
    }
  }
  for (const list of [
    snapshot.stages,
    snapshot.lanes,
    snapshot.personas,
    ...snapshot.stages.map((s) => s.steps),
  ]) {
    for (const [index, record] of list.entries()) {
      const next = list[index + 1];
      if (next !== undefined && compareRanked(record, next) >= 0) {
        yield { rule: 'ORDER', id: record.id, detail: `does not sort before ${next.id}` };
      }
    }
  }
  if (!sameValue(snapshot, assembleMap(parsed)))
    yield { rule: 'PURE', id: metaId, detail: 'reads differently twice' };
}

/** Every broken invariant of a map; an empty list means it is sound. Fuzzing asserts that after each step. */
export function checkMap(docs: MapDocs): Finding[] {
  const snapshot = assembleMap(parseMap(docs));
  return [...checkDocuments(docs), ...checkRecords(docs), ...checkProjection(docs, snapshot)];
}
