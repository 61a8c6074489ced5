import type { ActorRef } from '@jejak/access';
import type { MapDocs } from '@jejak/journey-model';

/** One of a map's two documents. */
export type MapPart = keyof MapDocs;

/** How far both logs of a map have been read. */
export type LogPosition = Readonly<Record<MapPart, number>>;

/** An entry of the log of one document. */
export interface LoggedEntry {
  readonly part: MapPart;
  readonly seq: number;
  readonly at: Date;
  readonly updates: readonly Uint8Array[];
  /** Who made each of the updates. */
  readonly authors: readonly (ActorRef | null)[];
  /** The document begins anew with this entry. */
  readonly begins: boolean;
  /** The document gets another format; what it says stays the same. */
  readonly migrates: boolean;
}

/**
 * One order of what two logs hold: by time, and within each log by number whatever the times say. The structure comes
 * first where times are equal.
 */
export function orderEntries(
  structure: readonly LoggedEntry[],
  content: readonly LoggedEntry[],
): readonly LoggedEntry[] {
  const ordered: LoggedEntry[] = [];
  let [s, c] = [0, 0];
  for (;;) {
    const [ofStructure, ofContent] = [structure[s], content[c]];
    if (ofStructure === undefined) return [...ordered, ...content.slice(c)];
    if (ofContent === undefined) return [...ordered, ...structure.slice(s)];
    const first = ofStructure.at.getTime() <= ofContent.at.getTime() ? ofStructure : ofContent;
    if (first === ofStructure) s += 1;
    else c += 1;
    ordered.push(first);
  }
}
