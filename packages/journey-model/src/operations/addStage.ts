import { z } from 'zod';
import { mapLimits } from '../limits.ts';
import { openMap } from '../schema/openMap.ts';
import { stageRecord } from '../schema/stage.ts';
import {
  afterArgument,
  colourArgument,
  localizedNameArgument,
  localizedTextArgument,
  positionArgument,
} from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { hasRoom } from './deletions.ts';
import { done, refuse } from './failure.ts';
import { rankAfter, rankedRecords } from './order.ts';
import { transact } from './write.ts';

/** Adds a stage behind another one. */
export const addStage = defineOperation({
  name: 'addStage',
  action: 'map:editStructure',
  part: 'structure',
  input: z.strictObject({
    name: localizedNameArgument,
    purpose: localizedTextArgument.default({}),
    brandGoal: localizedTextArgument.default({}),
    position: positionArgument.nullable().default(null),
    colour: colourArgument.nullable().default(null),
    afterId: afterArgument,
  }),
  run(docs, { afterId, ...stage }, context) {
    const { stages } = openMap(docs);
    const id = `stg_${context.newId()}`;
    if (stages.has(id)) return done(id, false);
    if (!hasRoom(stages, mapLimits.stagesMax)) return refuse('LIMIT', 'name', 'operation.tooManyStages');
    const place = rankAfter(rankedRecords(stages), afterId, context.random);
    if (place === null) return refuse('NOT_FOUND', 'afterId', 'operation.afterNotFound');
    transact(stages, context, () => stages.set(id, stageRecord({ ...stage, rank: place.rank })));
    return done(id);
  },
});
