import { describe, expect, it } from 'vitest';
import { apply, buildMap, emptyDocs, seededContext } from '../../test/buildMap.ts';
import { missingTranslations } from '../projection/missingTranslations.ts';
import { readMap } from '../projection/readMap.ts';
import { summarizeMap } from '../projection/summarizeMap.ts';
import type { LocalizedText } from '../snapshot.ts';
import { laneKinds, locales, mapTypes } from '../vocabulary.ts';
import { createMap } from './createMap.ts';
import { exceededLimit } from './exceededLimit.ts';
import { stagesOfTemplate } from './instantiateTemplate.ts';
import { laneNames } from './laneNames.ts';
import { laneSetFor } from './laneSets.ts';
import type { MapDraft } from './MapDraft.ts';
import { instantiateSampleMap, sampleMap } from './sampleMap.ts';

const bothWritten = (text: LocalizedText) => text.en.length > 0 && text.id.length > 0;

describe('templates', () => {
  it('[TPL1] offline brings three stages, digital five, with stable keys, names, purposes and brand goals in both languages', () => {
    for (const template of ['offline', 'digital'] as const) {
      const { stages } = readMap(buildMap({ template }));
      expect(stages.map((stage) => stage.key)).toEqual(stagesOfTemplate[template]);
      for (const stage of stages) {
        expect([stage.name, stage.purpose, stage.brandGoal].every(bothWritten)).toBe(true);
        expect(stage.position).not.toBeNull();
      }
    }
    expect(readMap(buildMap({ template: 'blank' })).stages).toEqual([]);
  });

  it('[TPL2] each map type begins with its lanes, named in both languages', () => {
    for (const type of mapTypes) {
      const { lanes, type: written } = readMap(buildMap({ type }));
      expect(written).toBe(type);
      expect(lanes.map((lane) => lane.kind)).toEqual(laneSetFor(type));
      expect(lanes.every((lane) => bothWritten(lane.name))).toBe(true);
    }
  });

  it('[TPL3] every kind of lane has a name in both languages, unlike any other', () => {
    const names = laneKinds.map((kind) => laneNames[kind]);
    expect(names.every(bothWritten)).toBe(true);
    for (const locale of locales) {
      expect(new Set(names.map((name) => name[locale])).size).toBe(laneKinds.length);
    }
  });

  it('[TPL4] changing the type adds what is missing and takes nothing away', () => {
    const docs = buildMap();
    const context = seededContext(9);
    const before = readMap(docs);
    const cell = { columnId: before.columns[0]?.id ?? '', laneId: before.lanes.at(-1)?.id ?? '' };
    const cardId = apply(docs, 'addCard', { ...cell, text: { id: 'tetap' } }, context);
    apply(docs, 'setMapType', { type: 'SERVICE_BLUEPRINT' }, context);
    const after = readMap(docs);
    expect(after.type).toBe('SERVICE_BLUEPRINT');
    expect(after.lanes.slice(0, before.lanes.length)).toEqual(before.lanes);
    expect(after.lanes.slice(before.lanes.length).map((lane) => lane.kind)).toEqual([
      'EVIDENCE',
      'FRONTSTAGE',
      'BACKSTAGE',
      'SUPPORT',
    ]);
    expect(after.cards.map((card) => card.id)).toEqual([cardId]);
  });

  it('[TPL6] a map is made once: documents that hold one are not written', () => {
    const docs = buildMap();
    const before = readMap(docs);
    expect(() => instantiateSampleMap(docs, seededContext(11))).toThrow('already');
    expect(readMap(docs)).toEqual(before);
  });

  it('[TPL7] a draft beyond the limits makes no map and says which one', () => {
    const stage = { name: { en: 'x' } };
    const card = { column: 's', lane: 'ACTION', text: {} };
    const draft = { type: 'CURRENT_STATE', title: {}, stages: [{ ...stage, ref: 's' }], lanes: [] } as const;
    const beyond: readonly (readonly [MapDraft, string])[] = [
      [{ ...draft, stages: Array.from({ length: 51 }, () => stage) }, 'stagesMax'],
      [{ ...draft, stages: [{ ...stage, steps: Array.from({ length: 201 }, () => stage) }] }, 'stepsMax'],
      [
        { ...draft, stages: [{ ...stage, steps: [{ ...stage, exitAct: { id: 'x'.repeat(20_001) } }] }] },
        'textLengthMax',
      ],
      [{ ...draft, lanes: Array.from({ length: 41 }, () => ({ kind: 'CUSTOM' })) }, 'lanesMax'],
      [{ ...draft, personas: Array.from({ length: 21 }, () => stage) }, 'personasMax'],
      [{ ...draft, cards: Array.from({ length: 10_001 }, () => card) }, 'cardsMax'],
      [{ ...draft, cards: [{ ...card, tags: Array.from({ length: 13 }, () => 'x') }] }, 'tagsPerCardMax'],
      [{ ...draft, cards: [{ ...card, tags: ['x'.repeat(33)] }] }, 'tagLengthMax'],
      [{ ...draft, title: { id: 'x'.repeat(201) } }, 'nameLengthMax'],
      [{ ...draft, charter: { why: { en: 'x'.repeat(20_001) } } }, 'textLengthMax'],
    ];
    for (const [each, limit] of beyond) {
      expect(exceededLimit(each)?.limit).toBe(limit);
      const docs = emptyDocs();
      expect(() => createMap(docs, each, seededContext(12))).toThrow(limit);
      expect(readMap(docs).schemaVersion).toBe(0);
    }
    expect(exceededLimit(sampleMap)).toBeNull();
  });

  it('[TPL5] the sample is a complete map: five stages, ten steps, a persona, all feelings, every text in both languages', () => {
    const docs = emptyDocs();
    instantiateSampleMap(docs, seededContext(10));
    const map = readMap(docs);
    expect(map.stages).toHaveLength(5);
    const steps = map.stages.flatMap((stage) => stage.steps);
    expect(steps).toHaveLength(10);
    expect(steps.filter(({ advanceAct, exitAct }) => [advanceAct, exitAct].every(bothWritten))).toHaveLength(
      3,
    );
    expect(map.personas).toHaveLength(1);
    expect(map.emotions).toHaveLength(10);
    expect(map.cards.length).toBeGreaterThanOrEqual(40);
    expect(map.unplaced).toEqual({ steps: [], cards: [] });
    expect(missingTranslations(map)).toEqual([]);
    const summary = summarizeMap(map);
    expect(Object.values(summary.completeness)).toEqual([true, true, true, true, true]);
    expect(summary.warnings).toEqual([]);
    expect(summary.mostQuestionsStageId).toBe(map.stages[2]?.id);
    const filled = new Set(map.cards.map((card) => card.place.laneId));
    expect(map.lanes.filter((lane) => lane.kind !== 'EMOTION' && !filled.has(lane.id))).toEqual([]);
  });
});
