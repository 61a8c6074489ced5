import { z } from 'zod';
import { mapLimits } from '../limits.ts';
import { openMap } from '../schema/openMap.ts';
import { personaRecord } from '../schema/persona.ts';
import { afterArgument, localizedNameArgument, localizedTextArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { hasRoom } from './deletions.ts';
import { done, refuse } from './failure.ts';
import { rankAfter, rankedRecords } from './order.ts';
import { transact } from './write.ts';

/** Adds a persona. A third one is allowed and warned of (S33). */
export const addPersona = defineOperation({
  name: 'addPersona',
  action: 'map:editStructure',
  part: 'structure',
  input: z.strictObject({
    name: localizedNameArgument,
    description: localizedTextArgument.default({}),
    afterId: afterArgument,
  }),
  run(docs, { name, description, afterId }, context) {
    const { personas } = openMap(docs);
    const id = `per_${context.newId()}`;
    if (personas.has(id)) return done(id, false);
    if (!hasRoom(personas, mapLimits.personasMax))
      return refuse('LIMIT', 'name', 'operation.tooManyPersonas');
    const place = rankAfter(rankedRecords(personas), afterId, context.random);
    if (place === null) return refuse('NOT_FOUND', 'afterId', 'operation.afterNotFound');
    transact(personas, context, () =>
      personas.set(id, personaRecord({ rank: place.rank, name, description })),
    );
    return done(id);
  },
});
