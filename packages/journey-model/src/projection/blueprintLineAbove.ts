import type { MapSnapshot } from '../snapshot.ts';
import type { BlueprintLine, LaneKind } from '../vocabulary.ts';

const lineBefore: { readonly [Kind in LaneKind]?: BlueprintLine } = {
  FRONTSTAGE: 'INTERACTION',
  BACKSTAGE: 'VISIBILITY',
  SUPPORT: 'INTERNAL_INTERACTION',
};

/**
 * The lines of a service blueprint (S27), by the id of the lane they are drawn above: the first lane of the kind
 * that the line parts from what is before it. Each line is drawn once; a map of another type has none.
 */
export function blueprintLineAbove({
  type,
  lanes,
}: Pick<MapSnapshot, 'type' | 'lanes'>): ReadonlyMap<string, BlueprintLine> {
  const above = new Map<string, BlueprintLine>();
  if (type !== 'SERVICE_BLUEPRINT') return above;
  const drawn = new Set<BlueprintLine>();
  for (const { id, kind } of lanes) {
    const line = lineBefore[kind];
    if (line === undefined || drawn.has(line)) continue;
    drawn.add(line);
    above.set(id, line);
  }
  return above;
}
