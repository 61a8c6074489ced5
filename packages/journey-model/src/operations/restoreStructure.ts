import { z } from 'zod';
import { mapLimits } from '../limits.ts';
import { deletedKey, deletionOf } from '../schema/deletion.ts';
import { isRecord, openMap } from '../schema/openMap.ts';
import { idArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { hasRoomToRestore } from './deletions.ts';
import { done, refuse } from './failure.ts';
import { transact } from './write.ts';

const kinds = [
  { root: 'stages', max: mapLimits.stagesMax, full: 'operation.tooManyStages' },
  { root: 'steps', max: mapLimits.stepsMax, full: 'operation.tooManySteps' },
  { root: 'lanes', max: mapLimits.lanesMax, full: 'operation.tooManyLanes' },
  { root: 'personas', max: mapLimits.personasMax, full: 'operation.tooManyPersonas' },
] as const;

/** Brings a deleted stage, step, lane or persona back as it was left; what pointed to it returns with it. */
export const restoreStructure = defineOperation({
  name: 'restoreStructure',
  action: 'map:editStructure',
  part: 'structure',
  input: z.strictObject({ recordId: idArgument }),
  run(docs, { recordId }, context) {
    const map = openMap(docs);
    for (const { root, max, full } of kinds) {
      const records = map[root];
      const record = records.get(recordId);
      if (!isRecord(record)) continue;
      if (deletionOf(record) === null) return done(recordId, false);
      if (!hasRoomToRestore(records, max)) return refuse('LIMIT', 'recordId', full);
      transact(records, context, () => record.delete(deletedKey));
      return done(recordId);
    }
    return refuse('NOT_FOUND', 'recordId', 'operation.recordNotFound');
  },
});
