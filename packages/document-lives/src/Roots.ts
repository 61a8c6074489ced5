/** Names and kinds of a document's roots. */
export type Roots = ReadonlyMap<string, 'map' | 'text'>;
