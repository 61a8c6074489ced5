import { z } from 'zod';
import { mapLimits } from '../limits.ts';
import { cardKindFor, cardRecord } from '../schema/card.ts';
import { openMap } from '../schema/openMap.ts';
import {
  afterArgument,
  cardKindArgument,
  causeArgument,
  channelArgument,
  idArgument,
  localizedTextArgument,
  tagsArgument,
  teamArgument,
} from './arguments.ts';
import { cardsOfCell, findCell } from './cell.ts';
import { defineOperation } from './defineOperation.ts';
import { hasRoom } from './deletions.ts';
import { done, refuse } from './failure.ts';
import { rankAfter } from './order.ts';
import { transact } from './write.ts';

/** Adds a card to a cell; without a kind it takes the one of its lane. */
export const addCard = defineOperation({
  name: 'addCard',
  action: 'map:editContent',
  part: 'content',
  input: z.strictObject({
    columnId: idArgument,
    laneId: idArgument,
    text: localizedTextArgument,
    kind: cardKindArgument.optional(),
    team: teamArgument.nullable().default(null),
    tags: tagsArgument.default([]),
    channel: channelArgument.nullable().default(null),
    cause: causeArgument.nullable().default(null),
    afterId: afterArgument,
  }),
  run(docs, { columnId, laneId, kind, afterId, ...card }, context) {
    const map = openMap(docs);
    const id = `crd_${context.newId()}`;
    if (map.cards.has(id)) return done(id, false);
    const cell = findCell(map, columnId, laneId);
    if (!cell.ok) return cell;
    if (!hasRoom(map.cards, mapLimits.cardsMax)) return refuse('LIMIT', 'text', 'operation.tooManyCards');
    const place = rankAfter(cardsOfCell(map, columnId, laneId), afterId, context.random);
    if (place === null) return refuse('NOT_FOUND', 'afterId', 'operation.afterNotFound');
    const record = cardRecord({
      ...card,
      kind: kind ?? cardKindFor(cell.value.kind),
      place: { columnId, laneId, rank: place.rank },
    });
    transact(map.cards, context, () => map.cards.set(id, record));
    return done(id);
  },
});
