import type { ObjectRef } from '@pothos/core';
import { builder, type SchemaTypes } from './builder.ts';
import { ofVersion } from './engine/restsOnVersion.ts';
import { refusal } from './refusal.ts';

/** Where a page begins and ends. */
export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** One page of a list, in the shape that clients of Relay connections expect. */
export interface Connection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfo;
  /** A function where counting costs a read that not everybody wants. */
  readonly totalCount: number | (() => Promise<number>);
}

/** Where a page begins and ends. */
export const pageInfoRef = builder.objectRef<PageInfo>('PageInfo').implement({
  description: 'Where a page begins and ends.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether more follows.' }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', { description: 'Whether something comes before.' }),
    startCursor: t.exposeString('startCursor', { nullable: true, description: 'Cursor of the first entry.' }),
    endCursor: t.exposeString('endCursor', {
      nullable: true,
      description: 'Cursor of the last entry; give it as `after` for the next page.',
    }),
  }),
});

/**
 * The connection type of a record, with its edge. Fields are plain properties: nothing is computed per entry,
 * and the builder need not follow `T` through its mapped types.
 */
export function connectionOf<T extends object>(
  name: string,
  node: ObjectRef<SchemaTypes, T>,
  counted: 'with the page' | 'when asked for' = 'with the page',
): ObjectRef<SchemaTypes, Connection<T>> {
  const nodeRef: ObjectRef<SchemaTypes, object> = node;
  const edge = builder
    .objectRef<{ readonly cursor: string; readonly node: object }>(`${name}Edge`)
    .implement({
      description: 'An entry and its place in the list.',
      fields: (t) => ({
        cursor: t.exposeString('cursor', { description: 'Give it as `after` to go on behind this entry.' }),
        node: t.expose('node', { type: nodeRef, description: 'The entry.' }),
      }),
    });
  const connection = builder.objectRef<Connection<object>>(`${name}Connection`).implement({
    description: 'A page of a list. A cursor stays valid while others insert, move and delete entries.',
    fields: (t) => ({
      edges: t.expose('edges', { type: [edge], description: 'Entries with cursors.' }),
      nodes: t.expose('nodes', { type: [nodeRef], description: 'Entries without cursors.' }),
      pageInfo: t.expose('pageInfo', { type: pageInfoRef, description: 'Where the page ends.' }),
      totalCount: t.int({
        description: 'How many entries there are on all pages.',
        extensions: counted === 'with the page' ? ofVersion : {},
        resolve: ({ totalCount }) => (typeof totalCount === 'function' ? totalCount() : totalCount),
      }),
    }),
  });
  return connection as unknown as ObjectRef<SchemaTypes, Connection<T>>;
}

/** The wanted page size; throws FIRST_OUT_OF_RANGE when it is not within 1 and `max`. */
export function pageSize(
  first: number | null | undefined,
  max: number,
  fallback = Math.min(max, 50),
): number {
  const size = first ?? fallback;
  if (Number.isInteger(size) && size >= 1 && size <= max) return size;
  throw refusal('FIRST_OUT_OF_RANGE', { field: 'first', min: 1, max });
}

/** A page cut out of `from` on; `entries` may hold one more than `size` to tell whether more follows. */
export function connection<T>(given: {
  readonly entries: readonly T[];
  readonly size: number;
  readonly hasPreviousPage: boolean;
  readonly totalCount: Connection<T>['totalCount'];
  readonly cursorOf: (entry: T) => string;
}): Connection<T> {
  const nodes = given.entries.slice(0, given.size);
  const edges = nodes.map((node) => ({ cursor: given.cursorOf(node), node }));
  return {
    edges,
    nodes,
    totalCount: given.totalCount,
    pageInfo: {
      hasNextPage: given.entries.length > given.size,
      hasPreviousPage: given.hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
