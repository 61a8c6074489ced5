import { z } from 'zod';
import { openMap, recordOf } from '../schema/openMap.ts';
import { afterArgument, idArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { done, refuse } from './failure.ts';
import { rankAfter, rankedRecords } from './order.ts';
import { transact, writeValue } from './write.ts';

/** Moves a stage, with its steps and cards, to another place in the order. */
export const moveStage = defineOperation({
  name: 'moveStage',
  action: 'map:editStructure',
  part: 'structure',
  input: z.strictObject({ stageId: idArgument, afterId: afterArgument }),
  run(docs, { stageId, afterId }, context) {
    const { stages } = openMap(docs);
    const record = recordOf(stages, stageId);
    if (record === null) return refuse('NOT_FOUND', 'stageId', 'operation.stageNotFound');
    const place = rankAfter(rankedRecords(stages), afterId, context.random, stageId);
    if (place === null) return refuse('NOT_FOUND', 'afterId', 'operation.afterNotFound');
    if (place.unchanged) return done(stageId, false);
    transact(stages, context, () => writeValue(record, 'rank', place.rank));
    return done(stageId);
  },
});
