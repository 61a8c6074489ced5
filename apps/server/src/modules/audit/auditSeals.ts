import { z } from 'zod';
import { firstPreviousHash } from './AuditEntry.ts';
import type { AuditLog } from './AuditLog.ts';
import { verifyAudit } from './verifyAudit.ts';

/** What the chain of the installation is called where a workspace's is called by its id. */
export const installationName = 'installation';

/** Where a chain ended when it was noted. */
export interface AuditSeal {
  readonly chain: string;
  readonly n: number;
  readonly hash: string;
}

const sealSchema = z.object({
  chain: z.string().min(1),
  n: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** The end of every chain; kept away from the database they show what is cut off later [AUDIT14]. */
export async function* readSeals(audit: Pick<AuditLog, 'chains' | 'newest'>): AsyncIterable<AuditSeal> {
  for (const workspaceId of await audit.chains()) {
    const [last] = await audit.newest(workspaceId, {}, null, 1);
    if (last !== undefined) yield { chain: workspaceId ?? installationName, n: last.n, hash: last.hash };
  }
}

/** Reads seals as they were noted, one of JSON a line; null where a line is none. */
export function parseSeals(text: string): readonly AuditSeal[] | null {
  try {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => sealSchema.parse(JSON.parse(line)));
  } catch {
    return null;
  }
}

/** A chain as it was found, and what is wrong with it. */
export interface CheckedChain {
  readonly chain: string;
  readonly entries: number;
  readonly head: string;
  readonly problem: string | null;
}

/** Follows every chain, and those that were noted and are not there any more. */
export async function* checkChains(
  audit: Pick<AuditLog, 'chains' | 'oldestFirst'>,
  seals: readonly AuditSeal[],
): AsyncIterable<CheckedChain> {
  const found = (await audit.chains()).map((workspaceId) => workspaceId ?? installationName);
  for (const chain of found) {
    const seal = seals.find((each) => each.chain === chain);
    const workspaceId = chain === installationName ? null : chain;
    const verdict = await verifyAudit(audit.oldestFirst(workspaceId), seal?.hash ?? null);
    const { intact, head, brokenAt, knownAt } = verdict;
    const isKnown = seal === undefined || knownAt === seal.n;
    const problem =
      brokenAt !== null
        ? `entry ${brokenAt} is not what was written there`
        : isKnown
          ? null
          : `entry ${seal.n}, which was noted, is gone or another`;
    yield { chain, entries: intact, head, problem };
  }
  for (const { chain, n } of seals) {
    if (found.includes(chain)) continue;
    yield {
      chain,
      entries: 0,
      head: firstPreviousHash,
      problem: `all ${n} entries that were noted are gone`,
    };
  }
}
