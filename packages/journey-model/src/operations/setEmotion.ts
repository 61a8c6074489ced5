import { z } from 'zod';
import { emotionKey } from '../schema/emotion.ts';
import { openMap, recordOf } from '../schema/openMap.ts';
import { idArgument, scoreArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { done, refuse } from './failure.ts';
import { transact, writeValue } from './write.ts';

/** Sets how a persona feels at a step, −2 to +2, or clears it (S16). */
export const setEmotion = defineOperation({
  name: 'setEmotion',
  action: 'map:editContent',
  part: 'content',
  input: z.strictObject({ stepId: idArgument, personaId: idArgument, score: scoreArgument.nullable() }),
  run(docs, { stepId, personaId, score }, context) {
    const { steps, personas, emotionScores } = openMap(docs);
    if (recordOf(steps, stepId) === null) return refuse('NOT_FOUND', 'stepId', 'operation.stepNotFound');
    if (recordOf(personas, personaId) === null) {
      return refuse('NOT_FOUND', 'personaId', 'operation.personaNotFound');
    }
    const key = emotionKey(stepId, personaId);
    return done(
      key,
      transact(emotionScores, context, () => writeValue(emotionScores, key, score)),
    );
  },
});
