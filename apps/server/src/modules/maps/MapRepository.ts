import type { MapRecord } from './MapRecord.ts';

/** How a list of maps is ordered; both are newest first, ties break by id. */
export type MapOrder = 'LAST_EDITED' | 'CREATED';

/** Which maps of a workspace, and how many. */
export interface MapPageQuery {
  readonly workspaceId: string;
  /** The only maps to list; null: all. */
  readonly only: readonly string[] | null;
  /** Words that all occur in the title, in either language; empty = every map. */
  readonly words: readonly string[];
  readonly order: MapOrder;
  /** Behind this entry, which need not exist any more. */
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
}

/** What the live documents say now, for lists. */
export type MapProjection = Pick<MapRecord, 'type' | 'title' | 'thumbnail' | 'version' | 'lastEditedAt'>;

/** Where map records are kept. One round trip to the database each. */
export interface MapRepository {
  insert(record: MapRecord): Promise<void>;
  /** In the order of the ids; null for what does not exist. */
  findMany(ids: readonly string[]): Promise<readonly (MapRecord | null)[]>;
  page(query: MapPageQuery): Promise<readonly MapRecord[]>;
  /** The next maps behind an id, in an order of their own; '' begins. */
  walk(afterId: string, limit: number): Promise<readonly Pick<MapRecord, 'id' | 'version'>[]>;
  count(query: Pick<MapPageQuery, 'workspaceId' | 'only' | 'words'>): Promise<number>;
  /** Takes over a newer projection; an older one changes nothing, so nodes may race. */
  project(mapId: string, projection: MapProjection): Promise<void>;
  /** Whether there was such a map. */
  delete(mapId: string): Promise<boolean>;
}
