import { builder } from './builder.ts';
import { type Connection, connection, pageSize } from './connection.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';

/** How many entries a page may have. */
export interface PageBounds {
  readonly firstMax: number;
  readonly firstDefault: number;
}

/** Which page is asked for. */
export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** How a list is cut into pages. */
export interface ListPages<T> extends PageBounds {
  /** What the list is sorted by, as text of as many parts as `keyParts`; the last part is unique. */
  readonly keyOf: (entry: T) => readonly string[];
  readonly keyParts: number;
  /** Whether the first part of the key descends, as in newest first. */
  readonly newestFirst?: boolean;
}

/** The arguments of a page, described with its bounds. */
export function pageArgs({ firstMax, firstDefault }: PageBounds) {
  return builder.args((t) => ({
    first: t.int({ description: `How many: 1 to ${firstMax}; ${firstDefault} unless told.` }),
    after: t.string({ description: 'Cursor to go on behind.' }),
  }));
}

function isBehind(key: readonly string[], place: readonly string[], newestFirst: boolean): boolean {
  for (const [at, part] of key.entries()) {
    const other = place[at] ?? '';
    if (part !== other) return part > other !== (newestFirst && at === 0);
  }
  return false;
}

/** A page of a list that was read as a whole and is sorted. The cursor is a place, so it outlives its entry. */
export function listPage<T>(entries: readonly T[], args: PageArgs, pages: ListPages<T>): Connection<T> {
  const size = pageSize(args.first, pages.firstMax, pages.firstDefault);
  let start = 0;
  if (args.after != null) {
    const place = decodeCursor(args.after, pages.keyParts);
    const at = entries.findIndex((entry) => isBehind(pages.keyOf(entry), place, pages.newestFirst === true));
    start = at === -1 ? entries.length : at;
  }
  return connection({
    entries: entries.slice(start, start + size + 1),
    size,
    hasPreviousPage: start > 0,
    totalCount: entries.length,
    cursorOf: (entry) => encodeCursor(pages.keyOf(entry)),
  });
}
