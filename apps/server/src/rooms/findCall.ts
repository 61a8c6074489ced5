import { type MapPart, mapParts } from '@jejak/protocol';
import type { UpdateLog } from '../persistence/UpdateLog.ts';
import { docIdOf } from './docId.ts';
import type { CallTrace, MapVersion } from './LiveMaps.ts';

/** Looks in both logs of a map, behind a version, for what a call wrote. */
export async function findCall(
  log: Pick<UpdateLog, 'readAfter' | 'tails'>,
  mapId: string,
  version: MapVersion,
  callId: string,
): Promise<CallTrace> {
  const found = new Map<MapPart, { seq: number; outcome: string }>();
  const whole = new Set<MapPart>();
  const reached = { ...version };
  for (const part of mapParts) {
    const docId = docIdOf(mapId, part);
    const since = version[part];
    const entries = await log.readAfter(docId, since);
    // Where nothing follows it may be merged and gone.
    const last = entries.at(-1)?.seq ?? (await log.tails([docId])).get(docId) ?? 0;
    if (entries[0] === undefined ? last <= since : entries[0].seq === since + 1) whole.add(part);
    reached[part] = Math.max(since, last);
    for (const { seq, calls = [] } of entries)
      for (const { id, outcome } of calls) if (id === callId) found.set(part, { seq, outcome });
  }
  return { found, whole, version: reached };
}
