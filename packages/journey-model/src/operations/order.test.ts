import { describe, expect, it } from 'vitest';
import { apply, runOperation, seededContext } from '../../test/buildMap.ts';
import { copyOf, exchange } from '../../test/exchange.ts';
import { furnished } from '../../test/furnished.ts';
import { readMap } from '../projection/readMap.ts';

describe('order and place', () => {
  it('[OP6] an order is first, last or behind a neighbour; a neighbour elsewhere is refused', () => {
    const { docs, context, cell, cardId, secondCardId, stage } = furnished();
    const first = apply(docs, 'addCard', { ...cell, text: { en: 'zero' }, afterId: null }, context);
    const middle = apply(
      docs,
      'addCard',
      { ...cell, text: { en: 'one and a half' }, afterId: cardId },
      context,
    );
    expect(readMap(docs).cards.map((card) => card.id)).toEqual([first, cardId, middle, secondCardId]);
    apply(docs, 'moveCard', { cardId: first, ...cell, afterId: secondCardId }, context);
    apply(docs, 'moveCard', { cardId: middle, ...cell, afterId: null }, context);
    expect(readMap(docs).cards.map((card) => card.id)).toEqual([middle, cardId, secondCardId, first]);
    const elsewhere = runOperation(
      docs,
      'moveCard',
      { cardId, columnId: stage.id, laneId: cell.laneId, afterId: first },
      context,
    );
    expect(elsewhere).toMatchObject({ ok: false, error: { code: 'NOT_FOUND', field: 'afterId' } });
  });

  it('[OP6] two people who reorder stages at once end with one order, none lost or doubled', () => {
    const { docs, context, stage, otherStage } = furnished();
    const other = copyOf(docs);
    const before = readMap(docs).stages.map((each) => each.id);
    apply(docs, 'moveStage', { stageId: stage.id }, context);
    apply(other, 'moveStage', { stageId: otherStage.id, afterId: before.at(-1) ?? null }, seededContext(22));
    exchange(docs, other);
    const order = readMap(docs).stages.map((each) => each.id);
    expect(order.toSorted()).toEqual(before.toSorted());
    expect(readMap(other).stages.map((each) => each.id)).toEqual(order);
  });

  it('[OP7] two concurrent moves of one card end in one of the two places, never in a mixture', () => {
    const { docs, context, cell, cardId, secondStepId, otherLane, otherStage, lane } = furnished();
    const other = copyOf(docs);
    apply(docs, 'moveCard', { cardId, columnId: secondStepId, laneId: otherLane.id }, context);
    apply(other, 'moveCard', { cardId, columnId: otherStage.id, laneId: lane.id }, seededContext(23));
    exchange(docs, other);
    const place = readMap(docs).cards.find((card) => card.id === cardId)?.place;
    expect([
      [secondStepId, otherLane.id],
      [otherStage.id, lane.id],
    ]).toContainEqual([place?.columnId, place?.laneId]);
    expect(readMap(other)).toEqual(readMap(docs));
    expect(cell.laneId).toBe(lane.id);
  });

  it('[OP8] the emotion lane takes no cards; a card takes the kind of its lane', () => {
    const { docs, context, stepId } = furnished();
    const lanes = readMap(docs).lanes;
    const laneOf = (kind: string) => lanes.find((lane) => lane.kind === kind)?.id ?? '';
    expect(
      runOperation(docs, 'addCard', { columnId: stepId, laneId: laneOf('EMOTION'), text: {} }, context),
    ).toEqual({
      ok: false,
      error: { code: 'INVALID', field: 'laneId', messageKey: 'operation.laneTakesNoCards' },
    });
    const question = apply(
      docs,
      'addCard',
      { columnId: stepId, laneId: laneOf('QUESTION'), text: {} },
      context,
    );
    expect(readMap(docs).cards.find((card) => card.id === question)?.kind).toBe('QUESTION');
  });
});
