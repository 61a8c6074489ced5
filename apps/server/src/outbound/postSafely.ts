import { isIP } from 'node:net';
import type { AllowedHosts } from './AllowedHosts.ts';
import { isPublicAddress } from './isPublicAddress.ts';
import type { Post, PostOutcome } from './PostOutcome.ts';
import { type Receiver, receiverOf } from './receiverOf.ts';
import { type Resolve, resolveByDns, resolveBySystem } from './resolveName.ts';
import { sendTo } from './sendTo.ts';

/** By what rules something is sent. */
export interface PostRules {
  readonly allowed: AllowedHosts;
  /** Instead of the system for listed names, and of DNS for all others. */
  readonly resolve?: Resolve;
  /** For all of it, from the first look-up to the last byte of the answer. */
  readonly msMax?: number;
  /** Certificates of authorities that are believed; those that Node knows unless told. */
  readonly authorities?: readonly string[];
}

const wholeMsMax = 5_000;

const byDns = resolveByDns();

/**
 * Sends something to an address that a person gave, and never into this network: the name is resolved once, every
 * address must be public or listed, the connection goes to an address that was checked, and no redirect is followed.
 * Never rejects.
 */
export async function postSafely(post: Post, rules: PostRules): Promise<PostOutcome> {
  const receiver = receiverOf(post.url, rules.allowed);
  if (typeof receiver === 'string') return { status: null, fault: receiver };
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), rules.msMax ?? wholeMsMax);
  try {
    const checked = await checkedAddress(receiver, rules, ending.signal);
    if (typeof checked === 'string') return { status: null, fault: checked };
    const { signal } = ending;
    const { authorities } = rules;
    return await sendTo({ url: receiver.url, address: checked.address, authorities, signal }, post);
  } finally {
    clearTimeout(timer);
  }
}

const isAddress = (found: string): boolean => isIP(found) !== 0;

/** One address of a receiver, when all of them may be reached. */
async function checkedAddress(
  { host, address, isListed }: Receiver,
  { allowed, resolve = isListed ? resolveBySystem : byDns }: PostRules,
  signal: AbortSignal,
): Promise<{ readonly address: string } | 'DNS' | 'TIMEOUT' | 'ADDRESS'> {
  if (address !== null) return { address };
  let found: readonly string[] | 'TIMEOUT';
  try {
    found = await Promise.race([resolve(host, signal), aborted(signal)]);
  } catch {
    return 'DNS';
  }
  if (found === 'TIMEOUT') return found;
  const [first] = found;
  if (first === undefined || !found.every(isAddress)) return 'DNS';
  const isFine = (one: string) => isListed || allowed.covers(one) || isPublicAddress(one);
  return found.every(isFine) ? { address: first } : 'ADDRESS';
}

function aborted(signal: AbortSignal): Promise<'TIMEOUT'> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve('TIMEOUT'), { once: true });
  });
}
