import { createHash } from 'node:crypto';
import type { ActorRef } from '@jejak/access';

/** A short fact about an act: ids, roles, counts. Never a text that somebody wrote. */
export type AuditFact = string | number | boolean;

/** An act to write down. */
export interface AuditAct {
  /** The workspace it happened in; null for what belongs to the installation, such as signing in. */
  readonly workspaceId: string | null;
  /** Who; null where nobody was signed in. */
  readonly actor: ActorRef | null;
  /** What, as the API names it: `setMemberRole`, `signIn`. */
  readonly act: string;
  /** Null when it was done; otherwise the code of the refusal. */
  readonly refusedAs: string | null;
  /** The record it was about. */
  readonly targetId: string | null;
  readonly facts: Readonly<Record<string, AuditFact>>;
}

/** An act in the chain of its workspace: each entry carries the hash of the one before. */
export interface AuditEntry extends AuditAct {
  /** 1, 2, 3, … without a hole per chain. */
  readonly n: number;
  readonly at: Date;
  readonly previousHash: string;
  readonly hash: string;
}

/** What the first entry of a chain rests on. */
export const firstPreviousHash = '0'.repeat(64);

/** SHA-256 over everything an entry says, in a fixed order: no field can be changed without it changing. */
export function hashOfEntry(entry: Omit<AuditEntry, 'hash'>): string {
  const { workspaceId, n, at, actor, act, refusedAs, targetId, facts, previousHash } = entry;
  const said = [
    previousHash,
    workspaceId,
    n,
    at.toISOString(),
    actor === null ? null : [actor.kind, actor.userId, actor.tokenId],
    act,
    refusedAs,
    targetId,
    Object.entries(facts).sort(([one], [other]) => (one < other ? -1 : 1)),
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

/** The entry that follows in a chain. */
export function nextEntry(
  previous: Pick<AuditEntry, 'n' | 'hash'> | null,
  act: AuditAct,
  at: Date,
): AuditEntry {
  const entry = {
    ...act,
    n: (previous?.n ?? 0) + 1,
    at,
    previousHash: previous?.hash ?? firstPreviousHash,
  };
  return { ...entry, hash: hashOfEntry(entry) };
}
