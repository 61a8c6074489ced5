import { z } from 'zod';
import { openMap, recordOf } from '../schema/openMap.ts';
import { idArgument, positionArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { done, refuse } from './failure.ts';
import { transact, writeValue } from './write.ts';

/** Says whether a stage lies before, at or after the purchase (S12), or leaves it open. */
export const setStagePosition = defineOperation({
  name: 'setStagePosition',
  action: 'map:editStructure',
  part: 'structure',
  input: z.strictObject({ stageId: idArgument, position: positionArgument.nullable() }),
  run(docs, { stageId, position }, context) {
    const { stages } = openMap(docs);
    const record = recordOf(stages, stageId);
    if (record === null) return refuse('NOT_FOUND', 'stageId', 'operation.stageNotFound');
    return done(
      stageId,
      transact(stages, context, () => writeValue(record, 'position', position)),
    );
  },
});
