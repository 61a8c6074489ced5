import type { IncomingMessage, ServerResponse } from 'node:http';
import { DomainError } from '../errors/DomainError.ts';

/** Longest body that an endpoint for accounts takes. */
const bodyBytesMax = 16 * 1024;

/** The headers of a Node request as web headers. */
export function webHeaders(message: Pick<IncomingMessage, 'headers'>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    // HTTP/2 pseudo headers are no headers.
    if (value === undefined || name.startsWith(':')) continue;
    for (const each of Array.isArray(value) ? value : [value]) headers.append(name, each);
  }
  return headers;
}

/** A Node request with a small JSON body as a web request. Throws a `DomainError` for anything else. */
export async function webRequest(message: IncomingMessage, origin: string): Promise<Request> {
  const method = message.method ?? 'GET';
  const path =
    'originalUrl' in message && typeof message.originalUrl === 'string' ? message.originalUrl : message.url;
  const url = `${origin}${path ?? '/'}`;
  if (!URL.canParse(url)) throw new DomainError('NOT_FOUND');
  const headers = webHeaders(message);
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers });
  const body = await readBody(message, bodyBytesMax);
  const isJson = /^application\/json\s*(;|$)/i.test(headers.get('content-type') ?? '');
  // A form or plain text can be sent by any page without asking; JSON cannot.
  if (body.length > 0 && !isJson) throw new DomainError('NOT_JSON');
  if (body.length === 0) headers.delete('content-type');
  headers.delete('content-length');
  headers.delete('transfer-encoding');
  return new Request(url, { method, headers, ...(body.length > 0 ? { body } : {}) });
}

/** The body of a request, which is not read further than this. Throws `TOO_LARGE` beyond it. */
export function readBody(message: IncomingMessage, bytesMax: number): Promise<Buffer<ArrayBuffer>> {
  // By events: iterating over a message costs more than all that is done with a small one.
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const stop = (): void => {
      message.off('data', take).off('end', finish).off('error', fail).off('close', leave);
    };
    const fail = (error: Error): void => {
      stop();
      reject(error);
    };
    const leave = (): void => fail(new Error('The caller left before the end of the body.'));
    const finish = (): void => {
      stop();
      resolve(Buffer.concat(chunks));
    };
    const take = (chunk: Buffer): void => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > bytesMax) fail(new DomainError('TOO_LARGE'));
    };
    if (Number(message.headers['content-length'] ?? 0) > bytesMax) fail(new DomainError('TOO_LARGE'));
    else if (message.destroyed) leave();
    else message.on('data', take).on('end', finish).on('error', fail).on('close', leave);
  });
}

/** Writes a web answer to a Node response. */
export async function sendWebResponse(response: Response, target: ServerResponse): Promise<void> {
  target.statusCode = response.status;
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') target.setHeader(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) target.setHeader('set-cookie', cookies);
  target.end(Buffer.from(await response.arrayBuffer()));
}
