import { z } from 'zod';
import { openMap, recordOf } from '../schema/openMap.ts';
import { idArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { markDeleted } from './deletions.ts';
import { done, refuse } from './failure.ts';
import { transact } from './write.ts';

/** Deletes a persona; emotions felt by it stay stored and return with it. */
export const deletePersona = defineOperation({
  name: 'deletePersona',
  action: 'map:editStructure',
  part: 'structure',
  input: z.strictObject({ personaId: idArgument }),
  run(docs, { personaId }, context) {
    const { personas } = openMap(docs);
    const record = recordOf(personas, personaId);
    if (record === null) return refuse('NOT_FOUND', 'personaId', 'operation.personaNotFound');
    transact(personas, context, () => markDeleted(record));
    return done(personaId);
  },
});
