import { z } from 'zod';
import { openMap, recordOf } from '../schema/openMap.ts';
import { cardKindArgument, causeArgument, channelArgument, idArgument, teamArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { done, refuse } from './failure.ts';
import { transact, writeValue } from './write.ts';

/** Changes what a card is; absent fields stay, null clears. */
export const editCard = defineOperation({
  name: 'editCard',
  action: 'map:editContent',
  part: 'content',
  input: z.strictObject({
    cardId: idArgument,
    kind: cardKindArgument.optional(),
    team: teamArgument.nullable().optional(),
    channel: channelArgument.nullable().optional(),
    cause: causeArgument.nullable().optional(),
    resolved: z.boolean().optional(),
  }),
  run(docs, { cardId, kind, team, channel, cause, resolved }, context) {
    const { cards } = openMap(docs);
    const record = recordOf(cards, cardId);
    if (record === null) return refuse('NOT_FOUND', 'cardId', 'operation.cardNotFound');
    const values = Object.entries({
      kind,
      team,
      channel,
      cause,
      resolved: resolved === false ? null : resolved,
    });
    const written = transact(cards, context, () =>
      values.map(([key, value]) => value !== undefined && writeValue(record, key, value)),
    );
    return done(cardId, written.includes(true));
  },
});
