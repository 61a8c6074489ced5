import { describe, expect, it } from 'vitest';
import { apply, seededContext } from '../../test/buildMap.ts';
import { copyOf, exchange } from '../../test/exchange.ts';
import { furnished } from '../../test/furnished.ts';
import { readMap } from '../projection/readMap.ts';
import { createUndo } from '../undo/createUndo.ts';
import { applyTextDiff } from './localizedText.ts';
import { openMap, recordOf } from './openMap.ts';
import { ensureText, textOf } from './textOf.ts';

describe('the texts of a map', () => {
  it('[TEXT3] two people who write the first words of one act at once both keep theirs', () => {
    const { docs, context, stepId } = furnished();
    const other = copyOf(docs);
    const say = { stepId, field: 'exitAct', locale: 'id' } as const;
    apply(docs, 'setStepText', { ...say, text: 'Menunda' }, context);
    apply(other, 'setStepText', { ...say, text: 'bertanya' }, seededContext(27));
    exchange(docs, other);
    const { exitAct } = readMap(docs).stages[0]?.steps[0] ?? {};
    expect([...(exitAct?.id ?? '')].sort()).toEqual([...'Menundabertanya'].sort());
    expect(exitAct?.id).toContain('Menunda');
    expect(exitAct?.id).toContain('bertanya');
  });

  it('[TEXT4] two people who write one card at once, in either language, both keep their words', () => {
    const { docs, context, cardId, stepId, personaId } = furnished();
    const other = copyOf(docs);
    apply(docs, 'setCardText', { cardId, locale: 'en', text: 'one price' }, context);
    apply(docs, 'setEmotionWord', { stepId, personaId, locale: 'en', text: 'calm' }, context);
    apply(other, 'setCardText', { cardId, locale: 'en', text: 'at one' }, seededContext(24));
    apply(other, 'setCardText', { cardId, locale: 'id', text: 'satu harga' }, seededContext(25));
    apply(other, 'setEmotionWord', { stepId, personaId, locale: 'id', text: 'tenang' }, seededContext(26));
    exchange(docs, other);
    const map = readMap(docs);
    expect(map.cards.find((card) => card.id === cardId)?.text).toEqual({
      en: 'at one price',
      id: 'satu harga',
    });
    expect(map.emotions[0]?.word).toEqual({ en: 'calm', id: 'tenang' });
  });

  it('[TEXT5] every text has an address that can be bound to an editor', () => {
    const { docs, context, cardId, stepId, personaId, stage } = furnished();
    apply(docs, 'setEmotionWord', { stepId, personaId, locale: 'en', text: 'calm' }, context);
    const read = (recordId: string, field: string) =>
      textOf(docs, { recordId, field, locale: 'en' })?.toString();
    expect(read('meta', 'title')).toBe('A map');
    expect(read('meta', 'charter.why')).toBe('');
    expect(read(stage.id, 'name')).toBe('Awareness');
    expect(read(stepId, 'name')).toBe('Ask');
    expect([read(stepId, 'advanceAct'), read(stepId, 'exitAct')]).toEqual(['', '']);
    expect(read(cardId, 'text')).toBe('one');
    expect(read(`${stepId}:${personaId}`, 'word')).toBe('calm');
    expect(read('nobody', 'name')).toBeUndefined();
    apply(docs, 'deleteCard', { cardId }, context);
    expect(read(cardId, 'text')).toBeUndefined();
  });

  it('[TEXT6] a step of an older page takes the first words of its acts, and undo takes back only those', () => {
    const { docs, stepId } = furnished();
    const address = { recordId: stepId, field: 'exitAct', locale: 'id' } as const;
    const record = recordOf(openMap(docs).steps, stepId);
    record?.delete('exitAct.id');
    expect(textOf(docs, address)).toBeNull();
    const origin = {};
    const undo = createUndo({ docs, origin, now: () => 0, onState: () => {} });
    const text = ensureText(docs, address);
    expect(ensureText(docs, address)).toBe(text);
    if (text) docs.structure.transact(() => applyTextDiff(text, 'Menunda'), origin);
    expect(readMap(docs).stages[0]?.steps[0]?.exitAct.id).toBe('Menunda');
    expect(undo.undo()).toEqual({ done: true });
    expect(textOf(docs, address)?.toString()).toBe('');
    expect(ensureText(docs, { ...address, recordId: 'nobody' })).toBeNull();
    undo.destroy();
  });
});
