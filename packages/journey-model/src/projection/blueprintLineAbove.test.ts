import { describe, expect, it } from 'vitest';
import { apply, buildMap, seededContext } from '../../test/buildMap.ts';
import type { MapDocs } from '../operation.ts';
import { blueprintLineAbove } from './blueprintLineAbove.ts';
import { readMap } from './readMap.ts';

/** Kind and line of every lane that has a line above it, top to bottom. */
function drawn(docs: MapDocs): string[] {
  const map = readMap(docs);
  const lines = blueprintLineAbove(map);
  return map.lanes.flatMap(({ id, kind }) => (lines.has(id) ? [`${lines.get(id)} ${kind}`] : []));
}

describe('the lines of a service blueprint', () => {
  it('[BLUE1] each stands once, above the first lane of its kind, wherever that is moved', () => {
    const docs = buildMap({ type: 'SERVICE_BLUEPRINT' });
    const context = seededContext(7);
    const usual = ['INTERACTION FRONTSTAGE', 'VISIBILITY BACKSTAGE', 'INTERNAL_INTERACTION SUPPORT'];
    expect(drawn(docs)).toEqual(usual);
    const laneOf = (kind: string) => readMap(docs).lanes.find((lane) => lane.kind === kind)?.id ?? '';
    const second = apply(docs, 'addLane', { kind: 'FRONTSTAGE', afterId: laneOf('FRONTSTAGE') }, context);
    const above = () => blueprintLineAbove(readMap(docs));
    expect([above().get(laneOf('FRONTSTAGE')), above().get(second)]).toEqual(['INTERACTION', undefined]);
    apply(docs, 'moveLane', { laneId: second, afterId: null }, context);
    expect([above().get(second), above().size]).toEqual(['INTERACTION', 3]);
    apply(docs, 'deleteLane', { laneId: second }, context);
    expect(drawn(docs)).toEqual(usual);
    apply(docs, 'deleteLane', { laneId: laneOf('BACKSTAGE') }, context);
    expect(drawn(docs)).toEqual([usual[0], usual[2]]);
  });

  it('[BLUE1] a map of another type has none, whatever lanes it holds', () => {
    const docs = buildMap({ type: 'SERVICE_BLUEPRINT' });
    for (const type of ['CURRENT_STATE', 'FUTURE_STATE', 'DAY_IN_LIFE'] as const) {
      apply(docs, 'setMapType', { type }, seededContext(8));
      expect(drawn(docs)).toEqual([]);
    }
  });
});
