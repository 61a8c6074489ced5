import type { OperationResult } from '../operation.ts';
import { compareRanked } from '../rank.ts';
import { parseLane } from '../schema/lane.ts';
import { isLiving, type OpenMap, recordOf } from '../schema/openMap.ts';
import { ownProperty, stringOr } from '../schema/values.ts';
import type { Lane } from '../snapshot.ts';
import { refuse } from './failure.ts';
import type { Ranked } from './order.ts';

/** The cards of a cell, in order. */
export function cardsOfCell(map: OpenMap, columnId: string, laneId: string): Ranked[] {
  const ranked: Ranked[] = [];
  map.cards.forEach((record, id) => {
    if (!isLiving(record)) return;
    const place = record.get('place');
    if (ownProperty(place, 'columnId') !== columnId || ownProperty(place, 'laneId') !== laneId) return;
    ranked.push({ id, rank: stringOr(ownProperty(place, 'rank')) });
  });
  return ranked.sort(compareRanked);
}

/** The lane of a cell that exists and takes cards, or why there is no such cell. */
export function findCell(map: OpenMap, columnId: string, laneId: string): OperationResult<Lane> {
  if (recordOf(map.steps, columnId) === null && recordOf(map.stages, columnId) === null) {
    return refuse('NOT_FOUND', 'columnId', 'operation.columnNotFound');
  }
  const record = recordOf(map.lanes, laneId);
  if (record === null) return refuse('NOT_FOUND', 'laneId', 'operation.laneNotFound');
  const lane = parseLane(laneId, record);
  if (lane.kind === 'EMOTION') return refuse('INVALID', 'laneId', 'operation.laneTakesNoCards');
  return { ok: true, value: lane };
}
