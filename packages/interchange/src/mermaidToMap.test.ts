import { readFileSync } from 'node:fs';
import { exceededLimit, mapLimits, readMap } from '@jejak/journey-model';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { journeyLimits } from './journeyLimits.ts';
import { mapToMermaid } from './mapToMermaid.ts';
import { emotionOfScore, mermaidToDraft, mermaidToMap } from './mermaidToMap.ts';
import { parseMermaidJourney } from './parseMermaidJourney.ts';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}.mmd`, import.meta.url), 'utf8');

function imported(text: string, request: Parameters<typeof mermaidToMap>[2] = { locale: 'en' }) {
  let ids = 0;
  const docs = { structure: new Y.Doc(), content: new Y.Doc() };
  const context = { newId: () => `n${ids++}`, random: () => (ids % 10) / 10, origin: 'import' };
  mermaidToMap(parseMermaidJourney(text), docs, request, context);
  return readMap(docs);
}

describe('mermaidToMap', () => {
  it('[MAP1] makes stages, steps and personas in order, in the language told', () => {
    const map = imported(fixture('wedding-invitation'), { locale: 'id', type: 'FUTURE_STATE' });
    expect(map.type).toBe('FUTURE_STATE');
    expect(map.title).toEqual({ en: '', id: 'Customer Journey Invitin' });
    expect(map.stages.map((stage) => stage.name.id)).toEqual([
      'Discovery',
      'Purchase',
      'Creation',
      'Publish',
      'Manage',
    ]);
    expect(map.stages[4]?.steps.map((step) => step.name)).toEqual([
      { en: '', id: 'Memantau RSVP' },
      { en: '', id: 'Moderasi ucapan' },
      { en: '', id: 'Minta testimonial/referral' },
    ]);
    expect(map.personas.map((persona) => persona.name.id)).toEqual(['Customer', 'Business']);
    expect(map.lanes.some((lane) => lane.kind === 'EMOTION')).toBe(true);
  });

  it('[MAP1] takes the title given where the file has none', () => {
    expect(imported('journey', { locale: 'en', title: 'Upload' }).title.en).toBe('Upload');
    expect(imported('journey\ntitle Own', { locale: 'en', title: 'Upload' }).title.en).toBe('Own');
  });

  it('[MAP2] sets the emotion of each actor at each step', () => {
    const map = imported(fixture('code-review-tool'));
    const personas = new Map(map.personas.map((persona) => [persona.id, persona.name.en]));
    const last = map.stages.at(-1)?.steps.at(-1);
    const first = map.stages[0]?.steps[0];
    const at = (stepId: string | undefined) =>
      map.emotions
        .filter((point) => point.stepId === stepId)
        .map((point) => `${personas.get(point.personaId)} ${point.score}`)
        .sort();
    expect(at(first?.id)).toEqual(['CTO 2', 'Dev 2', 'EM 2']);
    expect(at(last?.id)).toEqual(['CTO 0']);
    expect(map.emotions).toHaveLength(15);
  });

  it('[MAP2] bounds the score', () => {
    expect([0, 1, 2, 3, 4, 5, 9, -4, 2.6, null].map(emotionOfScore)).toEqual([
      -2,
      -2,
      -1,
      0,
      1,
      2,
      2,
      -2,
      0,
      null,
    ]);
  });

  it('[MAP3] fits a map: what the reader lets through is within the limits of the model', () => {
    expect(journeyLimits).toMatchObject({
      nameLengthMax: mapLimits.nameLengthMax,
      sectionsMax: mapLimits.stagesMax,
      tasksMax: mapLimits.stepsMax,
      actorsMax: mapLimits.personasMax,
    });
  });

  it.each(['---\ntitle: LONG\n---\njourney', 'journey\n  accTitle: LONG', 'journey\n  title LONG'])(
    '[MAP3] [MMD8] a title that is too long is cut and listed, wherever it stands: %j',
    (shape) => {
      const parsed = parseMermaidJourney(shape.replace('LONG', 'x'.repeat(500)));
      expect(parsed.title).toBe('x'.repeat(mapLimits.nameLengthMax));
      expect(parsed.adjusted.map(({ reasonKey }) => reasonKey)).toEqual(['nameCut']);
      expect(exceededLimit(mermaidToDraft(parsed, { locale: 'en' }))).toBeNull();
    },
  );

  it.each(['code-review-tool', 'freight-quote', 'wedding-invitation'])(
    '[OUT2] %s comes back the same from a map',
    (name) => {
      const before = parseMermaidJourney(fixture(name));
      const written = mapToMermaid(imported(fixture(name)), 'en');
      expect(written.lost).toEqual([]);
      expect(parseMermaidJourney(written.text)).toEqual(before);
    },
  );
});
