import { z } from 'zod';
import { openMap, recordOf } from '../schema/openMap.ts';
import { idArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { markDeleted } from './deletions.ts';
import { done, refuse } from './failure.ts';
import { transact } from './write.ts';

/** Deletes a stage only: its steps and cards stay and show as unplaced until they are moved or it comes back. */
export const deleteStage = defineOperation({
  name: 'deleteStage',
  action: 'map:editStructure',
  part: 'structure',
  input: z.strictObject({ stageId: idArgument }),
  run(docs, { stageId }, context) {
    const { stages } = openMap(docs);
    const record = recordOf(stages, stageId);
    if (record === null) return refuse('NOT_FOUND', 'stageId', 'operation.stageNotFound');
    transact(stages, context, () => markDeleted(record));
    return done(stageId);
  },
});
