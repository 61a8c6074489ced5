import type { MapDocs } from '@jejak/journey-model';
import { copyOf } from './copyOf.ts';

/** Runs something on copies of the documents of a map, which are thrown away. */
export function onCopies<T>(docs: MapDocs, run: (copies: MapDocs) => T): T {
  const copies = { structure: copyOf(docs.structure), content: copyOf(docs.content) };
  try {
    return run(copies);
  } finally {
    copies.structure.destroy();
    copies.content.destroy();
  }
}
