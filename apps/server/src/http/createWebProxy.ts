import {
  Agent,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { connect } from 'node:net';
import { type Duplex, pipeline } from 'node:stream';
import type { WebAddress, WebPages } from './WebPages.ts';
import { waitingPage } from './waitingPage.ts';

const answerMsMax = 60_000;
/** Hop-by-hop headers belong to one connection (RFC 9110 7.6.1). */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** Where the web process is now; null when it is not there in time. */
export type FindWeb = () => Promise<WebAddress | null>;

/** Streams requests to the web process and its answers back, with added headers where the page has none. */
export function createWebProxy(options: {
  readonly find: FindWeb;
  readonly addedHeaders: Readonly<Record<string, string>>;
  readonly development: boolean;
}): WebPages {
  const { find, addedHeaders, development } = options;
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 32 });

  async function forward(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = await find();
    if (response.destroyed) return;
    if (address === null) return sendWaitingPage(response, 503);
    const upstream = httpRequest({
      ...address,
      agent,
      method: incoming.method,
      path: incoming.url,
      headers: { ...endToEnd(incoming.headers), ...framingOf(incoming.headers) },
      timeout: answerMsMax,
    });
    upstream.on('timeout', () => upstream.destroy(new Error('timeout')));
    upstream.on('error', () => {
      if (response.headersSent) response.destroy();
      else sendWaitingPage(response, 502);
    });
    // The browser left: the page need not be made.
    response.once('close', () => upstream.destroy());
    upstream.on('response', (answer) => {
      const headers = { ...addedHeaders, ...endToEnd(answer.headers) };
      response.writeHead(answer.statusCode ?? 502, headers);
      pipeline(answer, response, () => {});
    });
    pipeline(incoming, upstream, () => {});
  }

  async function passSocket(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const address = await find();
    if (address === null) return void socket.destroy();
    const upstream = connect(address.port, address.host);
    const lines = Object.entries(request.headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((one) => `${name}: ${one}\r\n`),
    );
    upstream.write(`${request.method} ${request.url} HTTP/1.1\r\n${lines.join('')}\r\n`);
    upstream.write(head);
    pipeline(socket, upstream, () => {});
    pipeline(upstream, socket, () => {});
  }

  return {
    handle(request, response) {
      forward(request, response).catch(() => response.destroy());
    },
    ...(development && {
      upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => {
        passSocket(request, socket, head).catch(() => socket.destroy());
      },
    }),
    async close() {
      agent.destroy();
    },
  };
}

function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const named = String(headers.connection ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase());
  const kept = Object.entries(headers).filter(([name]) => !hopByHop.includes(name) && !named.includes(name));
  return Object.fromEntries(kept);
}

/**
 * How the body is delimited, said anew: a body whose length is told nowhere (a GET with chunks, a length named as
 * hop-by-hop) would be read as the next request.
 */
function framingOf(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  if (headers['transfer-encoding'] !== undefined) return { 'transfer-encoding': 'chunked' };
  const length = headers['content-length'];
  return length === undefined ? {} : { 'content-length': length };
}

function sendWaitingPage(response: ServerResponse, status: 502 | 503): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'retry-after': '1',
    'cache-control': 'no-store',
  });
  response.end(waitingPage);
}
