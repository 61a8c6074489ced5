import type * as Y from 'yjs';
import { compareRanked, rankBetween } from '../rank.ts';
import { isLiving } from '../schema/openMap.ts';
import { stringOr } from '../schema/values.ts';

/** A record with its place in an order. */
export interface Ranked {
  readonly id: string;
  readonly rank: string;
}

/** The records of a flat order (stages, lanes, personas), sorted. */
export function rankedRecords(root: Y.Map<unknown>): Ranked[] {
  const ranked: Ranked[] = [];
  root.forEach((record, id) => {
    if (isLiving(record)) ranked.push({ id, rank: stringOr(record.get('rank')) });
  });
  return ranked.sort(compareRanked);
}

/** A rank for the asked place; `unchanged` when the moved record stands there already; null when `afterId` is not here. */
export function rankAfter(
  sorted: readonly Ranked[],
  afterId: string | null | undefined,
  random: () => number,
  movedId?: string,
): { readonly rank: string; readonly unchanged: boolean } | null {
  const others = sorted.filter((record) => record.id !== movedId);
  const moved = sorted.findIndex((record) => record.id === movedId);
  if (afterId !== undefined && afterId !== null && afterId === movedId) {
    return { rank: sorted[moved]?.rank ?? '', unchanged: true };
  }
  let index = others.length;
  if (afterId === null) index = 0;
  else if (afterId !== undefined) index = others.findIndex((record) => record.id === afterId) + 1;
  if (afterId && index === 0) return null;
  if (moved === index) return { rank: sorted[moved]?.rank ?? '', unchanged: true };
  const before = others[index - 1]?.rank ?? null;
  // Records of one rank cannot be told apart by rank: the new one goes behind all of them.
  const next = others.slice(index).find((record) => before === null || record.rank > before);
  return { rank: rankBetween(before, next?.rank ?? null, random), unchanged: false };
}
