import { z } from 'zod';
import { openMap, recordOf } from '../schema/openMap.ts';
import { idArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { markDeleted } from './deletions.ts';
import { done, refuse } from './failure.ts';
import { transact } from './write.ts';

/** Deletes a lane only: its cards stay and show as unplaced until they are moved or it comes back. */
export const deleteLane = defineOperation({
  name: 'deleteLane',
  action: 'map:editStructure',
  part: 'structure',
  input: z.strictObject({ laneId: idArgument }),
  run(docs, { laneId }, context) {
    const { lanes } = openMap(docs);
    const record = recordOf(lanes, laneId);
    if (record === null) return refuse('NOT_FOUND', 'laneId', 'operation.laneNotFound');
    transact(lanes, context, () => markDeleted(record));
    return done(laneId);
  },
});
