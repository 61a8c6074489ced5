import * as Y from 'yjs';
import type { MapDocs, OperationContext } from '../operation.ts';
import { rankBetween } from '../rank.ts';
import { cardKindFor, cardRecord } from '../schema/card.ts';
import { emotionKey, emotionWordKey } from '../schema/emotion.ts';
import { laneRecord } from '../schema/lane.ts';
import { type LocalizedInput, wellFormed } from '../schema/localizedText.ts';
import { fillMeta } from '../schema/mapMeta.ts';
import { type OpenMap, openMap } from '../schema/openMap.ts';
import { personaRecord } from '../schema/persona.ts';
import { stageRecord } from '../schema/stage.ts';
import { stepRecord } from '../schema/step.ts';
import { locales } from '../vocabulary.ts';
import { exceededLimit } from './exceededLimit.ts';
import { laneNames } from './laneNames.ts';
import type { CardDraft, MapDraft } from './MapDraft.ts';

function rankSeries(random: () => number): () => string {
  let last: string | null = null;
  return () => {
    last = rankBetween(last, null, random);
    return last;
  };
}

interface Placed {
  readonly columns: ReadonlyMap<string, string>;
  readonly steps: ReadonlyMap<string, string>;
  readonly lanes: ReadonlyMap<
    string,
    { readonly id: string; readonly kind: MapDraft['lanes'][number]['kind'] }
  >;
  readonly personas: ReadonlyMap<string, string>;
}

function writeStructure(map: OpenMap, draft: MapDraft, context: OperationContext): Placed {
  const columns = new Map<string, string>();
  const stepIds = new Map<string, string>();
  const lanes = new Map<string, { id: string; kind: MapDraft['lanes'][number]['kind'] }>();
  const personas = new Map<string, string>();
  fillMeta(map.meta, draft);
  const stageRank = rankSeries(context.random);
  for (const { ref, steps = [], ...stage } of draft.stages) {
    const stageId = `stg_${context.newId()}`;
    if (ref !== undefined) columns.set(ref, stageId);
    map.stages.set(stageId, stageRecord({ ...stage, rank: stageRank() }));
    const stepRank = rankSeries(context.random);
    for (const step of steps) {
      const stepId = `stp_${context.newId()}`;
      if (step.ref !== undefined) {
        columns.set(step.ref, stepId);
        stepIds.set(step.ref, stepId);
      }
      map.steps.set(stepId, stepRecord({ ...step, place: { stageId, rank: stepRank() } }));
    }
  }
  const laneRank = rankSeries(context.random);
  for (const { ref, kind, name } of draft.lanes) {
    const id = `lan_${context.newId()}`;
    lanes.set(ref ?? kind, { id, kind });
    map.lanes.set(id, laneRecord({ rank: laneRank(), kind, name: name ?? laneNames[kind] }));
  }
  const personaRank = rankSeries(context.random);
  for (const { ref, ...persona } of draft.personas ?? []) {
    const id = `per_${context.newId()}`;
    if (ref !== undefined) personas.set(ref, id);
    map.personas.set(id, personaRecord({ ...persona, rank: personaRank() }));
  }
  return { columns, steps: stepIds, lanes, personas };
}

function writeCards(
  map: OpenMap,
  cards: readonly CardDraft[],
  placed: Placed,
  context: OperationContext,
): void {
  const rank = rankSeries(context.random);
  for (const { column, lane: laneRef, kind, ...card } of cards) {
    const columnId = placed.columns.get(column);
    const lane = placed.lanes.get(laneRef);
    if (columnId === undefined || lane === undefined)
      throw new Error(`No cell ${column} × ${laneRef} in the draft`);
    const place = { columnId, laneId: lane.id, rank: rank() };
    const record = cardRecord({ ...card, kind: kind ?? cardKindFor(lane.kind), place });
    map.cards.set(`crd_${context.newId()}`, record);
  }
}

function writeWord(map: OpenMap, stepId: string, personaId: string, word: LocalizedInput): void {
  for (const locale of locales) {
    const text = wellFormed(word[locale] ?? '');
    if (text !== '') map.emotionWords.set(emotionWordKey(stepId, personaId, locale), new Y.Text(text));
  }
}

function writeEmotions(map: OpenMap, draft: MapDraft, placed: Placed): void {
  for (const { step, persona, score, word } of draft.emotions ?? []) {
    const stepId = placed.steps.get(step);
    const personaId = placed.personas.get(persona);
    if (stepId === undefined || personaId === undefined)
      throw new Error(`No point ${step} × ${persona} in the draft`);
    if (score !== null) map.emotionScores.set(emotionKey(stepId, personaId), score);
    writeWord(map, stepId, personaId, word);
  }
}

/**
 * Writes the first content of a map: one transaction on each document. Only the server does this, and only
 * into documents that hold nothing yet; two makers would make two maps in one. A draft from outside is asked
 * for its `exceededLimit` first: here it is a mistake of the caller.
 */
export function createMap(docs: MapDocs, draft: MapDraft, context: OperationContext): void {
  const map = openMap(docs);
  if (map.meta.size + map.stages.size + map.lanes.size + map.cards.size > 0) {
    throw new Error('These documents hold a map already');
  }
  const exceeded = exceededLimit(draft);
  if (exceeded !== null) throw new RangeError(`The draft has ${exceeded.count}, beyond ${exceeded.limit}`);
  const placed = Y.transact(docs.structure, () => writeStructure(map, draft, context), context.origin);
  Y.transact(
    docs.content,
    () => {
      writeCards(map, draft.cards ?? [], placed, context);
      writeEmotions(map, draft, placed);
    },
    context.origin,
  );
}
