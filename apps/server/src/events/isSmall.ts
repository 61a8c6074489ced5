import type { LoggedEntry, ReaderStart } from '@jejak/journey-events';
import { bytesOf } from './loggedEntries.ts';

/** Building and reading that much here costs some milliseconds; more is read in a thread. */
const hereMax = { bytes: 128 * 1024, updates: 64 } as const;

/** Whether documents and what follows are told here. Looks at no more of it than it needs: a flood is long. */
export function isSmall(ground: ReaderStart, entries: readonly LoggedEntry[]): boolean {
  let bytes = bytesOf(ground.structure) + bytesOf(ground.content);
  let updates = 0;
  for (const entry of entries) {
    updates += entry.updates.length;
    if (updates > hereMax.updates) return false;
    bytes += bytesOf(entry.updates);
    if (bytes > hereMax.bytes) return false;
  }
  return bytes <= hereMax.bytes;
}
