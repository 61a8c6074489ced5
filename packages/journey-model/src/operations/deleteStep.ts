import { z } from 'zod';
import { openMap, recordOf } from '../schema/openMap.ts';
import { idArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { markDeleted } from './deletions.ts';
import { done, refuse } from './failure.ts';
import { transact } from './write.ts';

/** Deletes a step only: its cards stay and show as unplaced until they are moved or it comes back. */
export const deleteStep = defineOperation({
  name: 'deleteStep',
  action: 'map:editStructure',
  part: 'structure',
  input: z.strictObject({ stepId: idArgument }),
  run(docs, { stepId }, context) {
    const { steps } = openMap(docs);
    const record = recordOf(steps, stepId);
    if (record === null) return refuse('NOT_FOUND', 'stepId', 'operation.stepNotFound');
    transact(steps, context, () => markDeleted(record));
    return done(stepId);
  },
});
