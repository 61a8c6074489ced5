import { z } from 'zod';
import { mapLimits } from '../limits.ts';
import { deletedKey, deletionOf } from '../schema/deletion.ts';
import { isRecord, openMap } from '../schema/openMap.ts';
import { idArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { hasRoomToRestore } from './deletions.ts';
import { done, refuse } from './failure.ts';
import { transact } from './write.ts';

/** Brings a deleted card back as it was left, with what was written into it since. */
export const restoreCard = defineOperation({
  name: 'restoreCard',
  action: 'map:editContent',
  part: 'content',
  input: z.strictObject({ cardId: idArgument }),
  run(docs, { cardId }, context) {
    const { cards } = openMap(docs);
    const record = cards.get(cardId);
    if (!isRecord(record)) return refuse('NOT_FOUND', 'cardId', 'operation.cardNotFound');
    if (deletionOf(record) === null) return done(cardId, false);
    if (!hasRoomToRestore(cards, mapLimits.cardsMax))
      return refuse('LIMIT', 'cardId', 'operation.tooManyCards');
    transact(cards, context, () => record.delete(deletedKey));
    return done(cardId);
  },
});
