import { type Connection, connection, pageSize } from './connection.ts';
import { type MomentPlace, momentCursor, placeOfCursor } from './cursor.ts';
import type { PageArgs, PageBounds } from './listPage.ts';

/** A list that the database sorts by a moment and cuts. */
export interface MomentList<T> {
  /** What comes behind a place, at most so many. */
  readonly read: (after: MomentPlace | null, limit: number) => Promise<readonly T[]>;
  /** How many there are, for who asks. */
  readonly total: () => Promise<number>;
  readonly placeOf: (entry: T) => MomentPlace;
}

/** A page of a list that is read as far as it is asked for. The cursor is a place, so it outlives its entry. */
export async function momentPage<T>(
  args: PageArgs,
  bounds: PageBounds,
  { read, total, placeOf }: MomentList<T>,
): Promise<Connection<T>> {
  const size = pageSize(args.first, bounds.firstMax, bounds.firstDefault);
  // One more tells whether another page follows.
  const entries = await read(placeOfCursor(args.after), size + 1);
  return connection({
    entries,
    size,
    hasPreviousPage: args.after != null,
    totalCount: total,
    cursorOf: (entry) => momentCursor(placeOf(entry)),
  });
}
