import { createUndo, type MapDocs, operations, readMap, textOf } from '@jejak/journey-model';
import { seededContext } from '@jejak/journey-model/testkit';
import { describe, expect, it } from 'vitest';
import type { LiveSession } from '../document/LiveSession.ts';
import { mapOf } from '../test/mapOf.ts';
import { NewCard } from './NewCard.ts';
import { bindText, type TextField } from './TextBinding.ts';

function field(): TextField {
  return {
    value: '',
    get selectionStart() {
      return this.value.length;
    },
    get selectionEnd() {
      return this.value.length;
    },
    setSelectionRange() {},
  };
}

function bed() {
  const map = mapOf(7);
  const { docs } = map;
  const origin = {};
  const context = { ...seededContext(8), origin };
  const undo = createUndo({ docs, origin, now: () => 0 });
  const place = { laneId: map.laneId(0), columnId: map.columnId(0) };
  const card = new NewCard({
    begin: (_session, text) => {
      const input = operations.addCard.input.parse({ ...place, text: { en: text } });
      const result = operations.addCard.run(docs, input, context);
      return result.ok ? result.value.id : null;
    },
    bind: (_session, recordId, area) => {
      const text = textOf(docs, { recordId, field: 'text', locale: 'en' });
      return text && bindText(text, area, origin);
    },
    discard: () => neverCalled(),
  });
  const session: LiveSession = {
    acts: neverCalled(),
    history: {
      ...neverCalled(),
      hold: () => {
        const held = undo.hold();
        return {
          keep: () => held.keep(),
          drop: () => {
            held.drop();
            return 'gone';
          },
        };
      },
    },
    setPresence() {},
    bindText: () => neverCalled(),
    deletedText: () => null,
    discardCard: () => neverCalled(),
    prepare: async () => {},
    unsent: () => new Set(),
    forget: async () => {},
  };
  const area = field();
  const type = (text: string) => {
    for (const letter of text) {
      area.value += letter;
      card.write(session, area);
    }
  };
  return { map, docs, undo, card, area, type };
}

/** The parts of a session that a new card must not touch. */
function neverCalled<T extends object>(): T {
  return new Proxy(Object.create(null), {});
}

const texts = (docs: MapDocs) => readMap(docs).cards.map((card) => card.text.en);

describe('NewCard', () => {
  it('[NEW1] is a record from its first letter on; blanks alone are none', () => {
    const { docs, card, type } = bed();
    type('  ');
    expect(card.cardId).toBeNull();
    type('W');
    expect(card.cardId).not.toBeNull();
    type('aits');
    expect(texts(docs)).toEqual(['  Waits']);
  });

  it('[NEW2] kept, it is one step of undo, without the blanks around it', () => {
    const { docs, card, undo, area, type } = bed();
    type('  Waits ');
    card.end('keep');
    area.value = '';
    type('Pays');
    card.end('keep');
    expect(texts(docs)).toEqual(['Waits', 'Pays']);
    undo.undo();
    expect(texts(docs)).toEqual(['Waits']);
    undo.undo();
    expect(texts(docs)).toEqual([]);
  });

  it('[NEW3] dropped or left empty, it leaves nothing to see, undo or redo', () => {
    const { docs, card, undo, area, type } = bed();
    const before = readMap(docs);
    type('Waits');
    card.end('drop');
    area.value = '';
    type('x');
    area.value = '';
    type('');
    card.end('keep');
    expect(readMap(docs)).toEqual(before);
    expect(undo.state).toEqual({ canUndo: false, canRedo: false });
  });
});
