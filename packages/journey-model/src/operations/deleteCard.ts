import { z } from 'zod';
import { openMap, recordOf } from '../schema/openMap.ts';
import { idArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { markDeleted } from './deletions.ts';
import { done, refuse } from './failure.ts';
import { transact } from './write.ts';

/** Deletes a card. */
export const deleteCard = defineOperation({
  name: 'deleteCard',
  action: 'map:editContent',
  part: 'content',
  input: z.strictObject({ cardId: idArgument }),
  run(docs, { cardId }, context) {
    const { cards } = openMap(docs);
    const record = recordOf(cards, cardId);
    if (record === null) return refuse('NOT_FOUND', 'cardId', 'operation.cardNotFound');
    transact(cards, context, () => markDeleted(record));
    return done(cardId);
  },
});
