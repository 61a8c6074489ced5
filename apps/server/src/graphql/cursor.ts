import { refusal } from './refusal.ts';

const lengthMax = 2000;

/** A place in a list that is sorted by a moment, and by id where moments are equal. */
export interface MomentPlace {
  readonly at: Date;
  readonly id: string;
}

/** An opaque cursor out of the sort key of an entry: it points between entries, so it outlives the entry. */
export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}

/** The sort key in a cursor of `parts` parts; throws INVALID_CURSOR for anything `encodeCursor` did not make. */
export function decodeCursor(cursor: string, parts: number): readonly string[] {
  const key = cursor.length > lengthMax ? null : parse(cursor);
  const strings = Array.isArray(key) ? key.filter((part): part is string => typeof part === 'string') : [];
  if (strings.length !== parts || (Array.isArray(key) && key.length !== parts)) {
    throw refusal('INVALID_CURSOR', { field: 'after' });
  }
  return strings;
}

/** The cursor of a place. */
export function momentCursor({ at, id }: MomentPlace): string {
  return encodeCursor([at.toISOString(), id]);
}

/** The place in a cursor of `momentCursor`; null for none. Throws INVALID_CURSOR for anything else. */
export function placeOfCursor(cursor: string | null | undefined): MomentPlace | null {
  if (cursor == null) return null;
  const [at = '', id = ''] = decodeCursor(cursor, 2);
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) throw refusal('INVALID_CURSOR', { field: 'after' });
  return { at: date, id };
}
