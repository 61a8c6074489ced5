import type { Card, EmotionScore, LocalizedText, MapSnapshot, Stage } from '@jejak/journey-model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapToMermaid } from './mapToMermaid.ts';
import { parseMermaidJourney } from './parseMermaidJourney.ts';

const en = (text: string): LocalizedText => ({ en: text, id: '' });
const blank = en('');

interface Told {
  readonly title: string;
  readonly stages: readonly {
    name: string;
    steps: readonly { name: string; scores: Record<string, number> }[];
  }[];
}

/** A snapshot from what a test cares about: personas are those that are scored somewhere. */
function snapshotOf(told: Told): MapSnapshot {
  const personaNames = [
    ...new Set(told.stages.flatMap((stage) => stage.steps.flatMap((step) => Object.keys(step.scores)))),
  ];
  const stages: Stage[] = told.stages.map((stage, at) => ({
    id: `stg_${at}`,
    rank: `a${at}`,
    key: null,
    name: en(stage.name),
    purpose: blank,
    brandGoal: blank,
    position: null,
    colour: null,
    steps: stage.steps.map((step, n) => ({
      id: `stp_${at}_${n}`,
      stageId: `stg_${at}`,
      rank: `a${n}`,
      name: en(step.name),
      advanceAct: blank,
      exitAct: blank,
      colour: null,
    })),
  }));
  return {
    schemaVersion: 1,
    type: 'CURRENT_STATE',
    title: en(told.title),
    charter: { why: blank, goals: blank, about: blank, experience: blank },
    currentStateMapId: null,
    stages,
    lanes: [],
    personas: personaNames.map((name, at) => ({
      id: `per_${at}`,
      rank: `a${at}`,
      name: en(name),
      description: blank,
    })),
    columns: [],
    cards: [],
    emotions: told.stages.flatMap((stage, at) =>
      stage.steps.flatMap((step, n) =>
        Object.entries(step.scores).map(([name, score]) => ({
          stepId: `stp_${at}_${n}`,
          personaId: `per_${personaNames.indexOf(name)}`,
          score: ([-2, -1, 0, 1, 2] as const).find((each) => each === score) ?? null,
          word: blank,
        })),
      ),
    ),
    unplaced: { steps: [], cards: [] },
  };
}

const name = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.stringMatching(/^[#;:,%{}()[\] a-c1-5]{1,12}$/),
    fc.constantFrom(
      'title x',
      'section',
      'journey',
      '%%{init: 1}%%',
      '---',
      '```',
      'accTitle: x',
      '#35;',
      'A # b',
    ),
  )
  .map((text) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim())
  .filter((text) => text !== '' && text.length <= 200);
const told: fc.Arbitrary<Told> = fc.record({
  title: name,
  stages: fc.array(
    fc.record({
      name,
      steps: fc.array(
        fc
          .tuple(name, fc.uniqueArray(name, { maxLength: 2 }), fc.integer({ min: -2, max: 2 }))
          .map(([text, actors, score]) => ({
            name: text,
            scores: Object.fromEntries(actors.map((actor) => [actor, score])),
          })),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 3 },
  ),
});

describe('mapToMermaid', () => {
  it('[OUT1] writes stages, steps, mean emotions and personas', () => {
    const snapshot = snapshotOf({
      title: 'Buy',
      stages: [
        { name: 'Find', steps: [{ name: 'Look: around', scores: { Ana: 2, 'Budi, jr': 1 } }] },
        {
          name: 'Pay',
          steps: [
            { name: 'Wait', scores: {} },
            { name: 'Sigh', scores: { Ana: -2 } },
          ],
        },
      ],
    });
    expect(mapToMermaid(snapshot, 'en')).toEqual({
      text: [
        'journey',
        '  title Buy',
        '  section Find',
        '    Look#58; around: 5: Ana, Budi#44; jr',
        '  section Pay',
        '    Wait: 3',
        '    Sigh: 1: Ana',
        '',
      ].join('\n'),
      lost: [{ reasonKey: 'differingEmotions', count: 1 }],
    });
  });

  it('[OUT1] takes the other language where one is not written', () => {
    expect(mapToMermaid(snapshotOf({ title: 'Only English', stages: [] }), 'id').text).toContain(
      'title Only English',
    );
  });

  it('[OUT2] survives reading again, whatever signs the texts hold', () => {
    fc.assert(
      fc.property(told, (journey) => {
        const parsed = parseMermaidJourney(mapToMermaid(snapshotOf(journey), 'en').text);
        expect([...parsed.skipped, ...parsed.adjusted]).toEqual([]);
        expect(parsed.title).toBe(journey.title);
        const firstSeen = [
          ...new Set(journey.stages.flatMap((s) => s.steps.flatMap((step) => Object.keys(step.scores)))),
        ];
        expect(parsed.sections).toEqual(
          journey.stages.map((stage) => ({
            name: stage.name,
            tasks: stage.steps.map((step) => {
              const actors = Object.keys(step.scores);
              return {
                name: step.name,
                score: (Object.values(step.scores)[0] ?? 0) + 3,
                actors: actors.sort((a, b) => firstSeen.indexOf(a) - firstSeen.indexOf(b)),
              };
            }),
          })),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('[OUT3] counts what the format cannot hold', () => {
    const plain = snapshotOf({
      title: 'T',
      stages: [{ name: 'S', steps: [{ name: 'A', scores: { P: 1 } }] }],
    });
    const step = plain.stages[0]?.steps[0];
    const card: Card = {
      id: 'crd_1',
      kind: 'NOTE',
      place: { columnId: 'stp_0_0', laneId: 'lan_1', rank: 'a' },
      text: en('x'),
      team: null,
      tags: [],
      channel: null,
      cause: null,
      resolved: false,
    };
    const score: EmotionScore = 1;
    const full: MapSnapshot = {
      ...plain,
      title: { en: 'T', id: 'J' },
      charter: { ...plain.charter, why: en('To learn') },
      stages: plain.stages.map((stage) => ({
        ...stage,
        purpose: { en: '', id: 'Dikenal' },
        steps: stage.steps.map((each) => ({ ...each, exitAct: en('Gives up'), advanceAct: en(' ') })),
      })),
      cards: [card],
      emotions: [{ stepId: 'stp_0_0', personaId: 'per_0', score, word: en('glad') }],
      unplaced: { steps: step === undefined ? [] : [step], cards: [card] },
    };
    expect(mapToMermaid(full, 'en').lost).toEqual([
      { reasonKey: 'cards', count: 2 },
      { reasonKey: 'emotionWords', count: 1 },
      { reasonKey: 'otherLanguage', count: 1 },
      { reasonKey: 'otherTexts', count: 3 },
      { reasonKey: 'unplacedSteps', count: 1 },
    ]);
  });
});
