import { z } from 'zod';
import { openMap, recordOf } from '../schema/openMap.ts';
import { colourArgument, idArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { done, refuse } from './failure.ts';
import { transact, writeValue } from './write.ts';

/** Gives a step a colour of the palette, or none. */
export const recolourStep = defineOperation({
  name: 'recolourStep',
  action: 'map:editStructure',
  part: 'structure',
  input: z.strictObject({ stepId: idArgument, colour: colourArgument.nullable() }),
  run(docs, { stepId, colour }, context) {
    const { steps } = openMap(docs);
    const record = recordOf(steps, stepId);
    if (record === null) return refuse('NOT_FOUND', 'stepId', 'operation.stepNotFound');
    return done(
      stepId,
      transact(steps, context, () => writeValue(record, 'colour', colour)),
    );
  },
});
