import { createHash } from 'node:crypto';
import type { ActorRef } from '@jejak/access';
import { DomainError } from '../../errors/DomainError.ts';
import type { Repeat } from '../../graphql/Repeat.ts';
import type { LedgerRecord, MutationLedger } from './MutationLedger.ts';

/** What running a call once works with. */
export interface OncePorts {
  readonly mutations: MutationLedger;
  readonly newId: () => string;
  readonly now: () => Date;
}

/** A call of a mutation. */
export interface Call {
  readonly by: ActorRef | null;
  /** The workspace of the act; null where it is about the caller alone. */
  readonly workspaceId: string | null;
  /** What the caller will repeat it by; told here is which deed it is. */
  readonly repeat: Repeat;
  readonly name: string;
  readonly input: unknown;
}

/** One run of a call. */
export interface Run {
  /** Names the call; null where it cannot be repeated. */
  readonly id: string | null;
  /** The same for every run of this call. */
  readonly seed: string;
  /** Not null when an earlier run was begun and its outcome is not known. */
  readonly again: { readonly since: string | null; readonly attempt: number } | null;
  /** False once this run has ended, or has taken so long that another may have begun. */
  isOwned(): boolean;
  /** Throws where that is so; asked right before something is written. */
  assertOwned(): void;
}

/** How long a call is remembered. */
export const rememberedMs = 24 * 60 * 60_000;
/** How long whoever runs a call is believed to be at it: longer than all that an operation waits for. */
const leaseMs = 30_000;
/** What is written later than this may meet somebody who took over. */
const ownedMs = 20_000;
const waitMsMax = 4_000;
const lookEveryMs = 50;
const clientMutationIdMax = 128;

/** Failures after which it is not known whether anything was written. */
const openCodes = new Set(['UNAVAILABLE', 'INTERNAL']);

/** Whether it is known that nothing was written. */
export function isKnownFailure(error: unknown): error is DomainError {
  return error instanceof DomainError && !openCodes.has(error.code);
}

/**
 * Runs a call once for all who repeat it within a day, on whatever node: the first result is the result. `since` tells how
 * far the map is before it runs; `run` answers plain data, expected failures of the act among it.
 */
export async function runOnce<T>(
  ports: OncePorts,
  call: Call,
  since: () => Promise<string | null>,
  run: (run: Run) => Promise<T>,
): Promise<T> {
  const { mutations, newId, now } = ports;
  const { by, repeat } = call;
  const { clientMutationId } = repeat;
  if (clientMutationId === null || by === null)
    return run({ id: null, seed: newId(), again: null, isOwned: () => true, assertOwned: () => {} });
  if (clientMutationId === '' || clientMutationId.length > clientMutationIdMax)
    throw new DomainError('INVALID', { field: 'clientMutationId' });
  const owner = newId();
  const startedAt = now().getTime();
  const fresh: LedgerRecord = {
    id: digest([call.workspaceId, by.kind, by.userId, by.tokenId, clientMutationId]),
    who: digest([by.kind, by.userId, by.tokenId]),
    fingerprint: digest([call.name, ordered(call.input)]),
    seed: newId(),
    since: await since(),
    attempt: 1,
    owner,
    leaseUntil: new Date(startedAt + leaseMs),
    result: null,
    expiresAt: new Date(startedAt + rememberedMs),
  };
  const known = await mutations.begin(fresh, now());
  if (known === null) {
    repeat.deed = fresh.seed;
    return carryOut(ports, fresh, null, run);
  }
  if (known.fingerprint !== fresh.fingerprint)
    throw new DomainError('IDEMPOTENCY_MISMATCH', { field: 'clientMutationId' });
  for (let record: LedgerRecord | null = known; record !== null; record = await mutations.find(fresh.id)) {
    repeat.deed = record.seed;
    if (record.result !== null) return JSON.parse(record.result) as T;
    const moment = now().getTime();
    if (record.leaseUntil.getTime() <= moment) {
      const lease = new Date(moment + leaseMs);
      const next = { ...record, owner, attempt: record.attempt + 1, leaseUntil: lease };
      if (await mutations.takeOver(record, owner, lease)) return carryOut(ports, next, record, run);
    } else if (moment - startedAt > waitMsMax) {
      throw new DomainError('IN_PROGRESS', { field: 'clientMutationId', retryAfterSeconds: 1 });
    }
    await new Promise<void>((resolve) => setTimeout(resolve, lookEveryMs));
  }
  // It did nothing and was forgotten: whoever waited begins it.
  return runOnce(ports, call, since, run);
}

async function carryOut<T>(
  { mutations, now }: OncePorts,
  record: LedgerRecord,
  before: LedgerRecord | null,
  run: (run: Run) => Promise<T>,
): Promise<T> {
  const ownedUntil = record.leaseUntil.getTime() - leaseMs + ownedMs;
  let result: T;
  let isOver = false;
  const isOwned = (): boolean => !isOver && now().getTime() <= ownedUntil;
  try {
    result = await run({
      id: record.id,
      seed: record.seed,
      again: before === null ? null : { since: before.since, attempt: before.attempt },
      isOwned,
      assertOwned() {
        if (!isOwned()) throw new DomainError('UNAVAILABLE');
      },
    });
  } catch (error) {
    // What still waits somewhere is not to be written when somebody else takes over.
    isOver = true;
    const isOpen = before !== null || !isKnownFailure(error);
    await (isOpen ? mutations.finish(record, null, now()) : mutations.forget(record));
    throw error;
  }
  await mutations.finish(record, JSON.stringify(result), now());
  return result;
}

function digest(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** The same value for what differs only in the order of its keys. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, inner]) => [key, ordered(inner)]);
}
