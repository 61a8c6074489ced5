import { z } from 'zod';
import { openMap, recordOf } from '../schema/openMap.ts';
import { idArgument, localeArgument, nameArgument, textArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { done, refuse } from './failure.ts';
import { transact, writeText } from './write.ts';

/** Makes the name or description of a persona read as given in one language. */
export const setPersonaText = defineOperation({
  name: 'setPersonaText',
  action: 'map:editStructure',
  part: 'structure',
  input: z.discriminatedUnion('field', [
    z.strictObject({
      personaId: idArgument,
      field: z.literal('name'),
      locale: localeArgument,
      text: nameArgument,
    }),
    z.strictObject({
      personaId: idArgument,
      field: z.literal('description'),
      locale: localeArgument,
      text: textArgument,
    }),
  ]),
  run(docs, { personaId, field, locale, text }, context) {
    const { personas } = openMap(docs);
    const record = recordOf(personas, personaId);
    if (record === null) return refuse('NOT_FOUND', 'personaId', 'operation.personaNotFound');
    return done(
      personaId,
      transact(personas, context, () => writeText(record, field, locale, text)),
    );
  },
});
