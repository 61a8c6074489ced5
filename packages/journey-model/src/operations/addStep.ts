import { z } from 'zod';
import { mapLimits } from '../limits.ts';
import { openMap, recordOf } from '../schema/openMap.ts';
import { stepRecord } from '../schema/step.ts';
import {
  afterArgument,
  colourArgument,
  idArgument,
  localizedNameArgument,
  localizedTextArgument,
} from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { hasRoom } from './deletions.ts';
import { done, refuse } from './failure.ts';
import { rankAfter } from './order.ts';
import { stepsOfStage } from './stepOrder.ts';
import { transact } from './write.ts';

/** Adds a step to a stage. */
export const addStep = defineOperation({
  name: 'addStep',
  action: 'map:editStructure',
  part: 'structure',
  input: z.strictObject({
    stageId: idArgument,
    name: localizedNameArgument,
    advanceAct: localizedTextArgument.default({}),
    exitAct: localizedTextArgument.default({}),
    colour: colourArgument.nullable().default(null),
    afterId: afterArgument,
  }),
  run(docs, { stageId, afterId, ...step }, context) {
    const { stages, steps } = openMap(docs);
    const id = `stp_${context.newId()}`;
    if (steps.has(id)) return done(id, false);
    if (recordOf(stages, stageId) === null) return refuse('NOT_FOUND', 'stageId', 'operation.stageNotFound');
    if (!hasRoom(steps, mapLimits.stepsMax)) return refuse('LIMIT', 'name', 'operation.tooManySteps');
    const place = rankAfter(stepsOfStage(steps, stageId), afterId, context.random);
    if (place === null) return refuse('NOT_FOUND', 'afterId', 'operation.afterNotFound');
    transact(steps, context, () => {
      steps.set(id, stepRecord({ ...step, place: { stageId, rank: place.rank } }));
    });
    return done(id);
  },
});
