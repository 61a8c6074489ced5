import type { MapDocs } from '../operation.ts';

/**
 * One change of the stored format. `content` and `structure` each run in one transaction and must be
 * harmless when repeated: a crash may come between the two.
 */
export interface Migration {
  /** The version it leads to, from the one before. */
  readonly to: number;
  readonly name: string;
  content(docs: MapDocs): void;
  structure(docs: MapDocs): void;
}
