import { describe, expect, it } from 'vitest';
import { apply, buildMap, seededContext } from '../../test/buildMap.ts';
import { readMap } from './readMap.ts';
import { watchMap } from './watchMap.ts';

function cellOf(docs: ReturnType<typeof buildMap>) {
  const { columns, lanes } = readMap(docs);
  const [column, other] = columns;
  const [lane] = lanes;
  if (column === undefined || other === undefined || lane === undefined) throw new Error('template is empty');
  return { columnId: column.id, otherColumnId: other.id, laneId: lane.id };
}

describe('watchMap', () => {
  it('[READ6] a text edit replaces one card and keeps every other record and list', () => {
    const docs = buildMap();
    const context = seededContext(5);
    const { columnId, laneId } = cellOf(docs);
    const first = apply(docs, 'addCard', { columnId, laneId, text: { en: 'one' } }, context);
    const second = apply(docs, 'addCard', { columnId, laneId, text: { en: 'two' } }, context);
    const calls: string[][] = [];
    const reader = watchMap(docs, (_, ids) => calls.push([...ids]));
    const before = reader.snapshot;
    apply(docs, 'setCardText', { cardId: second, locale: 'en', text: 'two!' }, context);
    const after = reader.snapshot;
    expect(calls).toEqual([[second]]);
    expect(after.cards[0]).toBe(before.cards[0]);
    expect(after.cards.map((card) => card.text.en)).toEqual(['one', 'two!']);
    expect(after.stages).toBe(before.stages);
    expect(after.columns).toBe(before.columns);
    expect(after.unplaced).toBe(before.unplaced);
    expect(first).toBe(before.cards[0]?.id);
    expect(after).toEqual(readMap(docs));
    reader.destroy();
  });

  it('[READ6] renaming a stage keeps the other stages, the lanes and the cards', () => {
    const docs = buildMap();
    const context = seededContext(6);
    const { columnId, laneId } = cellOf(docs);
    apply(docs, 'addCard', { columnId, laneId, text: { en: 'one' } }, context);
    const reader = watchMap(docs, () => undefined);
    const before = reader.snapshot;
    apply(docs, 'setStageText', { stageId: columnId, field: 'name', locale: 'en', text: 'Need' }, context);
    const after = reader.snapshot;
    expect(after.stages[0]?.name.en).toBe('Need');
    expect(after.stages[1]).toBe(before.stages[1]);
    expect(after.lanes).toBe(before.lanes);
    expect(after.cards).toBe(before.cards);
    expect(after.columns).toBe(before.columns);
    reader.destroy();
  });

  it('[READ6] a destroyed reader says nothing more', () => {
    const docs = buildMap();
    let calls = 0;
    const reader = watchMap(docs, () => {
      calls += 1;
    });
    apply(docs, 'setMapTitle', { locale: 'en', text: 'Seen' }, seededContext(7));
    reader.destroy();
    apply(docs, 'setMapTitle', { locale: 'en', text: 'Unseen' }, seededContext(8));
    expect(calls).toBe(1);
    expect(reader.snapshot.title.en).toBe('Seen');
  });
});
