import { z } from 'zod';
import { mapLimits } from '../limits.ts';
import { rankBetween } from '../rank.ts';
import { laneRecord, parseLane } from '../schema/lane.ts';
import { metaId } from '../schema/mapMeta.ts';
import { isLiving, openMap } from '../schema/openMap.ts';
import { laneNames } from '../templates/laneNames.ts';
import { laneSetFor } from '../templates/laneSets.ts';
import { mapTypeArgument } from './arguments.ts';
import { defineOperation } from './defineOperation.ts';
import { hasRoom } from './deletions.ts';
import { done, refuse } from './failure.ts';
import { rankedRecords } from './order.ts';
import { transact, writeValue } from './write.ts';

/** Changes the type of the map and adds the lanes this type wants and the map lacks; no lane or card goes (S27). */
export const setMapType = defineOperation({
  name: 'setMapType',
  action: 'map:editStructure',
  part: 'structure',
  input: z.strictObject({ type: mapTypeArgument }),
  run(docs, { type }, context) {
    const { meta, lanes } = openMap(docs);
    if (meta.get('type') === type) return done(metaId, false);
    const present = new Set<string>();
    lanes.forEach((record, id) => {
      if (isLiving(record)) present.add(parseLane(id, record).kind);
    });
    const missing = laneSetFor(type).filter((kind) => !present.has(kind));
    if (missing.length > 0 && !hasRoom(lanes, mapLimits.lanesMax, missing.length)) {
      return refuse('LIMIT', 'type', 'operation.tooManyLanes');
    }
    let last = rankedRecords(lanes).at(-1)?.rank ?? null;
    transact(meta, context, () => {
      writeValue(meta, 'type', type);
      for (const kind of missing) {
        last = rankBetween(last, null, context.random);
        lanes.set(`lan_${context.newId()}`, laneRecord({ rank: last, kind, name: laneNames[kind] }));
      }
    });
    return done(metaId);
  },
});
