import { z } from 'zod';
import { parsePlace } from '../schema/card.ts';
import { openMap, recordOf } from '../schema/openMap.ts';
import type { Place } from '../snapshot.ts';
import { afterArgument, idArgument } from './arguments.ts';
import { cardsOfCell, findCell } from './cell.ts';
import { defineOperation } from './defineOperation.ts';
import { done, refuse } from './failure.ts';
import { rankAfter } from './order.ts';
import { transact } from './write.ts';

/** Moves a card to a place: cell and order are one value, so two people who move it agree on one of the two. */
export const moveCard = defineOperation({
  name: 'moveCard',
  action: 'map:editContent',
  part: 'content',
  input: z.strictObject({
    cardId: idArgument,
    columnId: idArgument,
    laneId: idArgument,
    afterId: afterArgument,
  }),
  run(docs, { cardId, columnId, laneId, afterId }, context) {
    const map = openMap(docs);
    const record = recordOf(map.cards, cardId);
    if (record === null) return refuse('NOT_FOUND', 'cardId', 'operation.cardNotFound');
    const cell = findCell(map, columnId, laneId);
    if (!cell.ok) return cell;
    const before = parsePlace(record.get('place'));
    const stays = before.columnId === columnId && before.laneId === laneId;
    if (!stays && afterId === cardId) return refuse('NOT_FOUND', 'afterId', 'operation.afterNotFound');
    const place = rankAfter(
      cardsOfCell(map, columnId, laneId),
      afterId,
      context.random,
      stays ? cardId : undefined,
    );
    if (place === null) return refuse('NOT_FOUND', 'afterId', 'operation.afterNotFound');
    if (place.unchanged) return done(cardId, false);
    const next: Place = { columnId, laneId, rank: place.rank };
    transact(map.cards, context, () => record.set('place', next));
    return done(cardId);
  },
});
