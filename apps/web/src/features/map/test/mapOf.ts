import { type MapDocs, readMap } from '@jejak/journey-model';
import { apply, buildMap, seededContext } from '@jejak/journey-model/testkit';
import { indexMap, type MapIndex } from '../document/mapIndex.ts';

/** A map with cards `a0`…, by the names of the cells they stand in. */
export interface TestMap {
  readonly docs: MapDocs;
  index(): MapIndex;
  /** Adds a card to the cell of lane and column given by position; answers its id. */
  add(lane: number, column: number, text?: string): string;
  move(cardId: string, lane: number, column: number, afterId?: string | null): void;
  remove(cardId: string): void;
  removeLane(at: number): void;
  laneId(at: number): string;
  columnId(at: number): string;
}

/** A template map to test interactions on. */
export function mapOf(seed = 1): TestMap {
  const context = seededContext(seed);
  const docs = buildMap({}, context);
  let last: MapIndex | undefined;
  const index = () => {
    last = indexMap(readMap(docs), last);
    return last;
  };
  const taking = () => index().snapshot.lanes.filter((lane) => lane.kind !== 'EMOTION');
  const laneId = (at: number) => taking()[at]?.id ?? '';
  const columnId = (at: number) => index().snapshot.columns[at]?.id ?? '';
  return {
    docs,
    index,
    laneId,
    columnId,
    add: (lane, column, text = '') =>
      apply(
        docs,
        'addCard',
        { laneId: laneId(lane), columnId: columnId(column), text: { en: text } },
        context,
      ),
    move: (cardId, lane, column, afterId) => {
      apply(
        docs,
        'moveCard',
        {
          cardId,
          laneId: laneId(lane),
          columnId: columnId(column),
          ...(afterId === undefined ? {} : { afterId }),
        },
        context,
      );
    },
    removeLane: (at) => {
      apply(docs, 'deleteLane', { laneId: laneId(at) }, context);
    },
    remove: (cardId) => {
      apply(docs, 'deleteCard', { cardId }, context);
    },
  };
}
