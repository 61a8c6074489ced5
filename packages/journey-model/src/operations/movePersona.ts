import { z } from 'zod';
import { openMap, recordOf } from '../schema/openMap.ts';
import { afterArgument, idArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { done, refuse } from './failure.ts';
import { rankAfter, rankedRecords } from './order.ts';
import { transact, writeValue } from './write.ts';

/** Moves a persona to another place in the order. */
export const movePersona = defineOperation({
  name: 'movePersona',
  action: 'map:editStructure',
  part: 'structure',
  input: z.strictObject({ personaId: idArgument, afterId: afterArgument }),
  run(docs, { personaId, afterId }, context) {
    const { personas } = openMap(docs);
    const record = recordOf(personas, personaId);
    if (record === null) return refuse('NOT_FOUND', 'personaId', 'operation.personaNotFound');
    const place = rankAfter(rankedRecords(personas), afterId, context.random, personaId);
    if (place === null) return refuse('NOT_FOUND', 'afterId', 'operation.afterNotFound');
    if (place.unchanged) return done(personaId, false);
    transact(personas, context, () => writeValue(record, 'rank', place.rank));
    return done(personaId);
  },
});
