import { z } from 'zod';
import { mapLimits } from '../limits.ts';
import { laneRecord } from '../schema/lane.ts';
import { openMap } from '../schema/openMap.ts';
import { laneNames } from '../templates/laneNames.ts';
import { afterArgument, colourArgument, laneKindArgument, localizedNameArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { hasRoom } from './deletions.ts';
import { done, refuse } from './failure.ts';
import { rankAfter, rankedRecords } from './order.ts';
import { transact } from './write.ts';

/** Adds a lane; without a name it takes the usual one of its kind, in both languages. */
export const addLane = defineOperation({
  name: 'addLane',
  action: 'map:editStructure',
  part: 'structure',
  input: z.strictObject({
    kind: laneKindArgument,
    name: localizedNameArgument.optional(),
    colour: colourArgument.nullable().default(null),
    afterId: afterArgument,
  }),
  run(docs, { kind, name, colour, afterId }, context) {
    const { lanes } = openMap(docs);
    const id = `lan_${context.newId()}`;
    if (lanes.has(id)) return done(id, false);
    if (!hasRoom(lanes, mapLimits.lanesMax)) return refuse('LIMIT', 'kind', 'operation.tooManyLanes');
    const place = rankAfter(rankedRecords(lanes), afterId, context.random);
    if (place === null) return refuse('NOT_FOUND', 'afterId', 'operation.afterNotFound');
    transact(lanes, context, () => {
      lanes.set(id, laneRecord({ rank: place.rank, kind, name: name ?? laneNames[kind], colour }));
    });
    return done(id);
  },
});
