import { z } from 'zod';
import { openMap, recordOf } from '../schema/openMap.ts';
import { colourArgument, idArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { done, refuse } from './failure.ts';
import { transact, writeValue } from './write.ts';

/** Gives a lane a colour of the palette, or none. */
export const recolourLane = defineOperation({
  name: 'recolourLane',
  action: 'map:editStructure',
  part: 'structure',
  input: z.strictObject({ laneId: idArgument, colour: colourArgument.nullable() }),
  run(docs, { laneId, colour }, context) {
    const { lanes } = openMap(docs);
    const record = recordOf(lanes, laneId);
    if (record === null) return refuse('NOT_FOUND', 'laneId', 'operation.laneNotFound');
    return done(
      laneId,
      transact(lanes, context, () => writeValue(record, 'colour', colour)),
    );
  },
});
