import { z } from 'zod';
import { metaId, parseMeta } from '../schema/mapMeta.ts';
import { openMap } from '../schema/openMap.ts';
import { idArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { done, refuse } from './failure.ts';
import { transact, writeValue } from './write.ts';

/** Says which map shows the journey of today that a future-state map starts from (S27); null takes the link away. */
export const setCurrentStateMap = defineOperation({
  name: 'setCurrentStateMap',
  action: 'map:editStructure',
  part: 'structure',
  input: z.strictObject({ currentStateMapId: idArgument.nullable() }),
  otherMap: ({ currentStateMapId: id }) => (id === null ? null : { id, field: 'currentStateMapId' }),
  run(docs, { currentStateMapId }, context) {
    const { meta } = openMap(docs);
    if (currentStateMapId !== null && parseMeta(meta).type !== 'FUTURE_STATE')
      return refuse('INVALID', 'currentStateMapId', 'operation.notFutureState');
    return done(
      metaId,
      transact(meta, context, () => writeValue(meta, 'currentStateMapId', currentStateMapId)),
    );
  },
});
