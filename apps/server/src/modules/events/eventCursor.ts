import type { EventPosition } from '../../events/EventPosition.ts';
import { decodeCursor, encodeCursor } from '../../graphql/cursor.ts';
import { refusal } from '../../graphql/refusal.ts';

/** A place in what happened on one map, as programs keep it. */
export function eventCursor(mapId: string, { n, tag, index }: EventPosition): string {
  return encodeCursor([mapId, String(n), tag, String(index)]);
}

/** The place in a cursor of this map; throws INVALID_CURSOR for any other. */
export function positionAt(mapId: string, cursor: string): EventPosition {
  const [of = '', n = '', tag = '', index = ''] = decodeCursor(cursor, 4);
  const position = { n: Number(n), tag, index: Number(index) };
  if (of !== mapId || !isPlace(position)) throw refusal('INVALID_CURSOR', { field: 'after' });
  return position;
}

function isPlace({ n, index }: EventPosition): boolean {
  return Number.isSafeInteger(n) && n >= 0 && Number.isSafeInteger(index) && index >= -1;
}
