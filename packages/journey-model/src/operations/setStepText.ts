import { z } from 'zod';
import { openMap, recordOf } from '../schema/openMap.ts';
import { idArgument, localeArgument, nameArgument, textArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { done, refuse } from './failure.ts';
import { transact, writeText } from './write.ts';

/** Makes the name, advance act or exit act (S23) of a step read as given in one language. */
export const setStepText = defineOperation({
  name: 'setStepText',
  action: 'map:editStructure',
  part: 'structure',
  input: z.discriminatedUnion('field', [
    z.strictObject({
      stepId: idArgument,
      field: z.literal('name'),
      locale: localeArgument,
      text: nameArgument,
    }),
    z.strictObject({
      stepId: idArgument,
      field: z.literal(['advanceAct', 'exitAct']),
      locale: localeArgument,
      text: textArgument,
    }),
  ]),
  run(docs, { stepId, field, locale, text }, context) {
    const { steps } = openMap(docs);
    const record = recordOf(steps, stepId);
    if (record === null) return refuse('NOT_FOUND', 'stepId', 'operation.stepNotFound');
    return done(
      stepId,
      transact(steps, context, () => writeText(record, field, locale, text)),
    );
  },
});
