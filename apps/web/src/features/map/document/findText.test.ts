import { type MapDocs, missingTranslations } from '@jejak/journey-model';
import { apply, seededContext } from '@jejak/journey-model/testkit';
import { describe, expect, it } from 'vitest';
import { mapOf } from '../test/mapOf.ts';
import { findText } from './findText.ts';

/** One text of every kind, each in English only. */
function write(docs: MapDocs, stageId: string): void {
  const context = seededContext(3);
  const text = (en: string) => ({ en });
  const step = apply(docs, 'addStep', { stageId, name: text('A step') }, context);
  const persona = apply(docs, 'addPersona', { name: text('Rina'), description: text('Busy') }, context);
  apply(docs, 'addLane', { kind: 'CUSTOM', name: text('A lane') }, context);
  apply(docs, 'addStage', { name: text('A stage'), purpose: text('To test') }, context);
  apply(docs, 'setEmotionWord', { stepId: step, personaId: persona, locale: 'en', text: 'glad' }, context);
  apply(docs, 'setCharter', { field: 'goals', locale: 'en', text: 'A goal' }, context);
}

describe('a text one language lacks', () => {
  it('[CHECK1] is found by its address, with its words and the panel it is written in', () => {
    const map = mapOf();
    write(map.docs, map.index().snapshot.stages[0]?.id ?? '');
    map.add(0, 1, 'A card');
    const index = map.index();
    const found = missingTranslations(index.snapshot).map((address) => findText(index, address));
    expect(found.map((each) => [each?.of, each?.text.en, each?.subject.kind])).toEqual([
      ['map', 'A map', 'charter'],
      ['map', 'A goal', 'charter'],
      ['step', 'A step', 'step'],
      ['stage', 'A stage', 'stage'],
      ['stage', 'To test', 'stage'],
      ['lane', 'A lane', 'lane'],
      ['persona', 'Rina', 'personas'],
      ['persona', 'Busy', 'personas'],
      ['card', 'A card', 'card'],
      ['emotion', 'glad', 'emotions'],
    ]);
    const owners = found.map((each) => each?.owner?.en ?? null);
    expect(owners.filter((owner) => owner !== null)).toEqual(['A stage', 'Rina', 'A step']);
  });

  it('[CHECK1] is not found once its record is gone', () => {
    const map = mapOf();
    const cardId = map.add(0, 0, 'A card');
    const address = missingTranslations(map.index().snapshot).find((each) => each.recordId === cardId);
    expect(address).toMatchObject({ field: 'text', locale: 'id' });
    map.remove(cardId);
    expect(address && findText(map.index(), address)).toBeNull();
  });
});
