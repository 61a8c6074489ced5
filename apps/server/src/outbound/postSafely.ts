import { lookup } from 'node:dns/promises';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { AllowedHosts } from './AllowedHosts.ts';
import { isPublicAddress } from './isPublicAddress.ts';
import { type Receiver, type ReceiverFault, receiverOf } from './receiverOf.ts';

/** Why a POST was no success, in the order in which it goes on. */
export type PostFault = ReceiverFault | 'DNS' | 'CONNECTION' | 'TLS' | 'TIMEOUT' | 'REDIRECT' | 'STATUS';

/** How a POST ended; a status without a fault is a success. */
export interface PostOutcome {
  readonly status: number | null;
  readonly fault: PostFault | null;
}

/** Asks for all addresses of a host. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** What is sent where. */
export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** By what rules something is sent. */
export interface PostRules {
  readonly allowed: AllowedHosts;
  readonly resolve?: Resolve;
  /** For all of it, from the first look-up to the last byte of the answer. */
  readonly msMax?: number;
}

const wholeMsMax = 5_000;
/** More of an answer is not read. */
const answerBytesMax = 64 * 1024;
const headerBytesMax = 16 * 1024;

const resolveAll: Resolve = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

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
    return await send(post, receiver, checked.address, ending.signal);
  } finally {
    clearTimeout(timer);
  }
}

const isAddress = (found: string): boolean => isIP(found) !== 0;

/** One address of a receiver, when all of them may be reached. */
async function checkedAddress(
  { host, address, isListed }: Receiver,
  { allowed, resolve = resolveAll }: PostRules,
  signal: AbortSignal,
): Promise<{ readonly address: string } | 'DNS' | 'TIMEOUT' | 'ADDRESS'> {
  if (address !== null) return { address };
  let found: readonly string[] | 'TIMEOUT';
  try {
    found = await Promise.race([resolve(host), aborted(signal)]);
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

function send(
  { headers, body }: Post,
  { url }: Receiver,
  address: string,
  signal: AbortSignal,
): Promise<PostOutcome> {
  const family = isIP(address);
  // Whatever the name resolves to by now: the connection goes to the address that was checked.
  const toChecked: LookupFunction = (_host, options, callback) => {
    if (options.all) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve) => {
    const sent = request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      agent: false,
      lookup: toChecked,
      maxHeaderSize: headerBytesMax,
      signal,
    });
    sent.on('error', (error) => resolve({ status: null, fault: faultOf(error, signal) }));
    sent.on('response', (response) => {
      const status = response.statusCode ?? 0;
      const outcome = { status, fault: faultOfStatus(status) };
      let bytes = 0;
      const done = (ended: PostOutcome): void => {
        resolve(ended);
        sent.destroy();
      };
      response.on('data', (piece: Buffer) => {
        bytes += piece.length;
        if (bytes > answerBytesMax) done(outcome);
      });
      response.on('end', () => done(outcome));
      response.on('error', (error) => done({ status, fault: faultOf(error, signal) }));
    });
    sent.end(body);
  });
}

function faultOfStatus(status: number): PostFault | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? 'REDIRECT' : 'STATUS';
}

function faultOf(error: Error, signal: AbortSignal): PostFault {
  if (signal.aborted) return 'TIMEOUT';
  const code = 'code' in error ? String(error.code) : '';
  return /CERT|SSL|TLS|ALTNAME|SELF_SIGNED|UNABLE_TO/.test(code) ? 'TLS' : 'CONNECTION';
}
