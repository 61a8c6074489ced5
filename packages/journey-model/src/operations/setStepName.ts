import { z } from 'zod';
import { openMap, recordOf } from '../schema/openMap.ts';
import { idArgument, localeArgument, nameArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { done, refuse } from './failure.ts';
import { transact, writeText } from './write.ts';

/** Renames a step in one language. */
export const setStepName = defineOperation({
  name: 'setStepName',
  action: 'map:editStructure',
  part: 'structure',
  input: z.strictObject({ stepId: idArgument, locale: localeArgument, text: nameArgument }),
  run(docs, { stepId, locale, text }, context) {
    const { steps } = openMap(docs);
    const record = recordOf(steps, stepId);
    if (record === null) return refuse('NOT_FOUND', 'stepId', 'operation.stepNotFound');
    return done(
      stepId,
      transact(steps, context, () => writeText(record, 'name', locale, text)),
    );
  },
});
