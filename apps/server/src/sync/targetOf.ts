import type { IncomingMessage } from 'node:http';
import { type MapPart, mapParts } from '@jejak/protocol';

/** The document an address names. */
export interface SyncTarget {
  readonly mapId: string;
  readonly part: MapPart;
  readonly query: URLSearchParams;
}

const urlLengthMax = 4_096;
const patterns = {
  socket: /^\/sync\/([A-Za-z0-9_-]{1,64})\/([a-z]+)$/,
  work: /^\/sync\/([A-Za-z0-9_-]{1,64})\/([a-z]+)\/work$/,
} as const;

/** What a request is about; null for anything but the address of a document, or that for its offline work. */
export function targetOf(req: IncomingMessage, kind: keyof typeof patterns): SyncTarget | null {
  const url = req.url ?? '';
  if (url.length > urlLengthMax) return null;
  const at = url.indexOf('?');
  const match = patterns[kind].exec(at < 0 ? url : url.slice(0, at));
  const part = mapParts.find((one) => one === match?.[2]);
  if (match?.[1] === undefined || part === undefined) return null;
  return { mapId: match[1], part, query: new URLSearchParams(at < 0 ? '' : url.slice(at + 1)) };
}
