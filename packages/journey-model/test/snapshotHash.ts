import { createHash } from 'node:crypto';
import type { MapDocs } from '../src/operation.ts';
import { readMap } from '../src/projection/readMap.ts';

/** JSON with sorted keys: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
}

/** SHA-256 of a plain value. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/** SHA-256 of what a person sees of a map: equal on everybody's screen once all edits have arrived. */
export function snapshotHash(docs: MapDocs): string {
  return hashOf(readMap(docs));
}
