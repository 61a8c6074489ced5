import type { IncomingMessage } from 'node:http';

/**
 * Whether the page that opened this socket is ours: its origin is the public one, or names the very host it asked.
 * A missing or opaque origin is not.
 */
export function originAllowed(req: IncomingMessage, publicUrl: string): boolean {
  const { origin, host } = req.headers;
  if (origin === undefined) return false;
  const asked = parsed(origin);
  if (asked === null || asked.origin !== origin) return false;
  if (asked.protocol !== 'http:' && asked.protocol !== 'https:') return false;
  return asked.origin === parsed(publicUrl)?.origin || asked.host === host;
}

function parsed(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}
