import { z } from 'zod';
import { openMap, recordOf } from '../schema/openMap.ts';
import { afterArgument, idArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { done, refuse } from './failure.ts';
import { rankAfter, rankedRecords } from './order.ts';
import { transact, writeValue } from './write.ts';

/** Moves a lane, with its cards, to another place in the order. */
export const moveLane = defineOperation({
  name: 'moveLane',
  action: 'map:editStructure',
  part: 'structure',
  input: z.strictObject({ laneId: idArgument, afterId: afterArgument }),
  run(docs, { laneId, afterId }, context) {
    const { lanes } = openMap(docs);
    const record = recordOf(lanes, laneId);
    if (record === null) return refuse('NOT_FOUND', 'laneId', 'operation.laneNotFound');
    const place = rankAfter(rankedRecords(lanes), afterId, context.random, laneId);
    if (place === null) return refuse('NOT_FOUND', 'afterId', 'operation.afterNotFound');
    if (place.unchanged) return done(laneId, false);
    transact(lanes, context, () => writeValue(record, 'rank', place.rank));
    return done(laneId);
  },
});
