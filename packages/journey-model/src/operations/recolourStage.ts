import { z } from 'zod';
import { openMap, recordOf } from '../schema/openMap.ts';
import { colourArgument, idArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { done, refuse } from './failure.ts';
import { transact, writeValue } from './write.ts';

/** Gives a stage a colour of the palette, or none. */
export const recolourStage = defineOperation({
  name: 'recolourStage',
  action: 'map:editStructure',
  part: 'structure',
  input: z.strictObject({ stageId: idArgument, colour: colourArgument.nullable() }),
  run(docs, { stageId, colour }, context) {
    const { stages } = openMap(docs);
    const record = recordOf(stages, stageId);
    if (record === null) return refuse('NOT_FOUND', 'stageId', 'operation.stageNotFound');
    return done(
      stageId,
      transact(stages, context, () => writeValue(record, 'colour', colour)),
    );
  },
});
