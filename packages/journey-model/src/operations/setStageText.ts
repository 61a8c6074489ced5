import { z } from 'zod';
import { openMap, recordOf } from '../schema/openMap.ts';
import { idArgument, localeArgument, nameArgument, textArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { done, refuse } from './failure.ts';
import { transact, writeText } from './write.ts';

/** Makes the name, purpose or brand goal of a stage read as given in one language. */
export const setStageText = defineOperation({
  name: 'setStageText',
  action: 'map:editStructure',
  part: 'structure',
  input: z.discriminatedUnion('field', [
    z.strictObject({
      stageId: idArgument,
      field: z.literal('name'),
      locale: localeArgument,
      text: nameArgument,
    }),
    z.strictObject({
      stageId: idArgument,
      field: z.literal(['purpose', 'brandGoal']),
      locale: localeArgument,
      text: textArgument,
    }),
  ]),
  run(docs, { stageId, field, locale, text }, context) {
    const { stages } = openMap(docs);
    const record = recordOf(stages, stageId);
    if (record === null) return refuse('NOT_FOUND', 'stageId', 'operation.stageNotFound');
    return done(
      stageId,
      transact(stages, context, () => writeText(record, field, locale, text)),
    );
  },
});
