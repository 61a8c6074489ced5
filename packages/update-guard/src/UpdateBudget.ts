/** What a root of a document is: its items stand under keys, or in a row. */
export type RootKind = 'map' | 'text' | 'list';

/** How much one update may hold. Lengths in UTF-16 units. */
export interface UpdateBudget {
  /** Structs, each value of a list counted by itself. */
  readonly structs: number;
  /** Values within values: members of objects and arrays. */
  readonly values: number;
  /** Clients it brings structs of. */
  readonly clients: number;
  readonly deleteRanges: number;
  readonly textLength: number;
  readonly keyLength: number;
  readonly valueDepth: number;
}
