import { z } from 'zod';
import { openMap, recordOf } from '../schema/openMap.ts';
import type { StepPlace } from '../schema/step.ts';
import { ownProperty } from '../schema/values.ts';
import { afterArgument, idArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { done, refuse } from './failure.ts';
import { rankAfter } from './order.ts';
import { stepsOfStage } from './stepOrder.ts';
import { transact } from './write.ts';

/** Moves a step, with its cards, within its stage or to another one. */
export const moveStep = defineOperation({
  name: 'moveStep',
  action: 'map:editStructure',
  part: 'structure',
  input: z.strictObject({ stepId: idArgument, stageId: idArgument, afterId: afterArgument }),
  run(docs, { stepId, stageId, afterId }, context) {
    const { stages, steps } = openMap(docs);
    const record = recordOf(steps, stepId);
    if (record === null) return refuse('NOT_FOUND', 'stepId', 'operation.stepNotFound');
    if (recordOf(stages, stageId) === null) return refuse('NOT_FOUND', 'stageId', 'operation.stageNotFound');
    const stays = ownProperty(record.get('place'), 'stageId') === stageId;
    if (!stays && afterId === stepId) return refuse('NOT_FOUND', 'afterId', 'operation.afterNotFound');
    const place = rankAfter(
      stepsOfStage(steps, stageId),
      afterId,
      context.random,
      stays ? stepId : undefined,
    );
    if (place === null) return refuse('NOT_FOUND', 'afterId', 'operation.afterNotFound');
    if (place.unchanged) return done(stepId, false);
    const next: StepPlace = { stageId, rank: place.rank };
    transact(steps, context, () => record.set('place', next));
    return done(stepId);
  },
});
