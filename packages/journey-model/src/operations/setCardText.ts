import { z } from 'zod';
import { openMap, recordOf } from '../schema/openMap.ts';
import { idArgument, localeArgument, textArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { done, refuse } from './failure.ts';
import { transact, writeText } from './write.ts';

/** Makes a card read as given in one language, leaving alone what others type elsewhere in it. */
export const setCardText = defineOperation({
  name: 'setCardText',
  action: 'map:editContent',
  part: 'content',
  input: z.strictObject({ cardId: idArgument, locale: localeArgument, text: textArgument }),
  run(docs, { cardId, locale, text }, context) {
    const { cards } = openMap(docs);
    const record = recordOf(cards, cardId);
    if (record === null) return refuse('NOT_FOUND', 'cardId', 'operation.cardNotFound');
    return done(
      cardId,
      transact(cards, context, () => writeText(record, 'text', locale, text)),
    );
  },
});
