import { z } from 'zod';
import { mapLimits } from '../limits.ts';
import { parseTags, tagPrefix } from '../schema/card.ts';
import { openMap, recordOf } from '../schema/openMap.ts';
import { idArgument, tagsArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { done, refuse } from './failure.ts';
import { transact, writeValue } from './write.ts';

/** Adds and removes tags of a card; tags two people add at once add up. */
export const tagCard = defineOperation({
  name: 'tagCard',
  action: 'map:editContent',
  part: 'content',
  input: z.strictObject({
    cardId: idArgument,
    add: tagsArgument.default([]),
    remove: tagsArgument.default([]),
  }),
  run(docs, { cardId, add, remove }, context) {
    const { cards } = openMap(docs);
    const record = recordOf(cards, cardId);
    if (record === null) return refuse('NOT_FOUND', 'cardId', 'operation.cardNotFound');
    const before = parseTags(record);
    const after = new Set([...before, ...add].filter((tag) => !remove.includes(tag)));
    if (after.size > Math.max(mapLimits.tagsPerCardMax, before.length)) {
      return refuse('LIMIT', 'add', 'operation.tooManyTags');
    }
    const written = transact(cards, context, () => [
      ...remove.map((tag) => writeValue(record, tagPrefix + tag, null)),
      ...add.filter((tag) => after.has(tag)).map((tag) => writeValue(record, tagPrefix + tag, true)),
    ]);
    return done(cardId, written.includes(true));
  },
});
