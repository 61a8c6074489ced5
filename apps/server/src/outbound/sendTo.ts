import { type ClientRequest, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Post, PostFault, PostOutcome } from './PostOutcome.ts';

/** More of an answer is not read. */
const answerBytesMax = 64 * 1024;
const headerBytesMax = 16 * 1024;

/** Where and how a POST goes out, once that was judged. */
export interface Way {
  readonly url: URL;
  /** The one that was checked; whatever the name resolves to by now. */
  readonly address: string;
  /** Certificates of authorities that are believed; those that Node knows where it is undefined. */
  readonly authorities: readonly string[] | undefined;
  /** Ends all of it. */
  readonly signal: AbortSignal;
}

/** Sends a POST over one connection of its own and says how it ended. Never rejects, and always ends with the signal. */
export function sendTo(way: Way, post: Post): Promise<PostOutcome> {
  return new Promise((resolve) => {
    let sent: ClientRequest;
    try {
      sent = requestOn(way, post);
    } catch {
      // Nothing of it may become a second header or request.
      return resolve({ status: null, fault: 'URL' });
    }
    const greeting = followGreeting(sent);
    let status: number | null = null;
    const done = (ended: PostOutcome): void => {
      resolve(ended);
      sent.destroy();
    };
    const failed = (error: Error): void =>
      done({ status, fault: way.signal.aborted ? 'TIMEOUT' : greeting.faultOf(error) });
    sent.on('error', failed);
    // Whatever else an answer may be, such as another protocol: with the connection it is over.
    sent.on('close', () => done({ status, fault: way.signal.aborted ? 'TIMEOUT' : 'CONNECTION' }));
    sent.on('upgrade', ({ statusCode = 0 }) => done({ status: statusCode, fault: 'STATUS' }));
    sent.on('response', (response) => {
      status = response.statusCode ?? 0;
      const whole = { status, fault: faultOfStatus(status) };
      let bytes = 0;
      response.on('data', (piece: Buffer) => {
        bytes += piece.length;
        if (bytes > answerBytesMax) done(whole);
      });
      response.on('end', () => done(whole));
      response.on('error', failed);
    });
    sent.end(post.body);
  });
}

function requestOn({ url, address, authorities, signal }: Way, { headers, body }: Post): ClientRequest {
  const family = isIP(address);
  const toChecked: LookupFunction = (_host, options, callback) => {
    if (options.all) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return request(url, {
    method: 'POST',
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    agent: false,
    lookup: toChecked,
    maxHeaderSize: headerBytesMax,
    signal,
    ...(authorities === undefined ? {} : { ca: [...authorities] }),
  });
}

/** The peer left, which says nothing about its certificate. */
const left: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

/** Knows whether the two have agreed on TLS yet: what fails between the connection and that is a fault of TLS. */
function followGreeting(sent: ClientRequest): { faultOf(error: Error): PostFault } {
  let isGreeting = false;
  sent.on('socket', (socket) => {
    if (!('encrypted' in socket)) return;
    socket.once('connect', () => {
      isGreeting = true;
    });
    socket.once('secureConnect', () => {
      isGreeting = false;
    });
  });
  return {
    faultOf(error) {
      const code = 'code' in error ? String(error.code) : '';
      // Some of what a peer minds, such as the lack of a certificate, it says only afterwards.
      return (isGreeting && !left.has(code)) || /^ERR_(SSL|TLS)_/.test(code) ? 'TLS' : 'CONNECTION';
    },
  };
}

function faultOfStatus(status: number): PostFault | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? 'REDIRECT' : 'STATUS';
}
