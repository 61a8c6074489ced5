import type { ActorRef } from '@jejak/access';
import type { AuthorRun } from './UpdateLog.ts';

const kinds: readonly ActorRef['kind'][] = ['USER', 'GUEST', 'API'];

/** Joins what follows one another and is by the same actor. */
export function authorRuns(authors: readonly (ActorRef | null)[]): readonly AuthorRun[] {
  const runs: { by: ActorRef | null; updates: number }[] = [];
  for (const by of authors) {
    const last = runs.at(-1);
    if (last !== undefined && isSame(last.by, by)) last.updates += 1;
    else runs.push({ by, updates: 1 });
  }
  return runs;
}

/** The author of each update of an entry; null also where nobody has written it down. */
export function authorsOf(updates: number, runs: readonly AuthorRun[] = []): readonly (ActorRef | null)[] {
  const authors = new Array<ActorRef | null>(updates).fill(null);
  let at = 0;
  for (const run of runs) {
    authors.fill(run.by, at, at + run.updates);
    at += run.updates;
  }
  return authors;
}

/** A run as it is stored: a short text costs least to write. Ids hold no spaces. */
export function encodeRun({ by, updates }: AuthorRun): string {
  if (by === null) return `${updates}`;
  const who = `${updates} ${by.kind} ${by.userId}`;
  return by.tokenId === null ? who : `${who} ${by.tokenId}`;
}

/** Reads a stored run; an actor of a kind that is not known is nobody. */
export function decodeRun(text: string): AuthorRun {
  const [updates, kind, userId, tokenId = null] = text.split(' ');
  const known = kinds.find((one) => one === kind);
  const by = known === undefined || userId === undefined ? null : { kind: known, userId, tokenId };
  return { by, updates: Number(updates) };
}

function isSame(a: ActorRef | null, b: ActorRef | null): boolean {
  if (a === null || b === null) return a === b;
  return a.userId === b.userId && a.kind === b.kind && a.tokenId === b.tokenId;
}
