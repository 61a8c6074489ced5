import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

const maxAgeSeconds = 300;

/**
 * Answers with a text that stays the same while the process runs and that everybody may read: caches keep it for
 * some minutes and then ask with its tag.
 */
export function createTextHandler(
  text: string,
  mediaType: string,
): (request: IncomingMessage, response: ServerResponse) => void {
  const bytes = Buffer.from(text);
  const tag = `"${createHash('sha256').update(bytes).digest('base64url')}"`;
  return (request, response) => {
    response.setHeader('etag', tag);
    response.setHeader('cache-control', `public, max-age=${maxAgeSeconds}`);
    if (isKnown(request.headers['if-none-match'], tag)) {
      response.writeHead(304).end();
      return;
    }
    response.setHeader('content-type', `${mediaType}; charset=utf-8`);
    response.setHeader('content-length', bytes.length);
    // Node sends no body where the request was HEAD.
    response.end(bytes);
  };
}

/** Whether the caller has it: proxies that compress make the tag weak. */
function isKnown(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((known) => ['*', tag].includes(known.trim().replace(/^W\//, '')));
}
