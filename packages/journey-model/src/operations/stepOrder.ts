import type * as Y from 'yjs';
import { compareRanked } from '../rank.ts';
import { isLiving } from '../schema/openMap.ts';
import { ownProperty, stringOr } from '../schema/values.ts';
import type { Ranked } from './order.ts';

/** The steps of a stage, in order. */
export function stepsOfStage(steps: Y.Map<unknown>, stageId: string): Ranked[] {
  const ranked: Ranked[] = [];
  steps.forEach((record, id) => {
    if (!isLiving(record)) return;
    const place = record.get('place');
    if (ownProperty(place, 'stageId') === stageId)
      ranked.push({ id, rank: stringOr(ownProperty(place, 'rank')) });
  });
  return ranked.sort(compareRanked);
}
