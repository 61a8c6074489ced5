import { z } from 'zod';
import { openMap, recordOf } from '../schema/openMap.ts';
import { idArgument, localeArgument, nameArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { done, refuse } from './failure.ts';
import { transact, writeText } from './write.ts';

/** Renames a lane in one language. */
export const setLaneName = defineOperation({
  name: 'setLaneName',
  action: 'map:editStructure',
  part: 'structure',
  input: z.strictObject({ laneId: idArgument, locale: localeArgument, text: nameArgument }),
  run(docs, { laneId, locale, text }, context) {
    const { lanes } = openMap(docs);
    const record = recordOf(lanes, laneId);
    if (record === null) return refuse('NOT_FOUND', 'laneId', 'operation.laneNotFound');
    return done(
      laneId,
      transact(lanes, context, () => writeText(record, 'name', locale, text)),
    );
  },
});
