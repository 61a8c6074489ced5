import type { ObjectRef } from '@pothos/core';
import { DomainError } from '../errors/DomainError.ts';
import { builder, type SchemaTypes } from './builder.ts';
import type { GraphqlContext } from './Context.ts';
import { reads } from './cost.ts';
import { ofVersion } from './engine/restsOnVersion.ts';
import type { Batch } from './Loaders.ts';

/** Something that can be fetched again by its `nodeId` alone. */
export interface Node {
  readonly id: string;
  /** Present for a record inside a map: its id is unique only there. */
  readonly mapId?: string;
}

interface NodeKind {
  readonly owns: (nodeId: string) => boolean;
  readonly ref: ObjectRef<SchemaTypes, object>;
  readonly load: Batch<string, object>;
}

const kinds: NodeKind[] = [];
const kindOf = new WeakMap<object, NodeKind>();
const idsMax = 100;

/** Implemented by every type that `node` can find. */
export const nodeInterface = builder.interfaceRef<Node>('Node').implement({
  description: 'Something that can be fetched again by its `nodeId` alone.',
  resolveType: (value) => kindOf.get(value)?.ref,
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Stable and unique in this installation.' }),
    nodeId: t.id({
      description:
        'Stable, opaque, and unique in this installation whatever the type: what `node` takes, and the key for ' +
        'caches. Of a map and a workspace it is the `id`.',
      extensions: ofVersion,
      resolve: ({ mapId, id }) => (mapId === undefined ? id : `${mapId}.${id}`),
    }),
  }),
});

/** Lets `node` find a type: `owns` tells its ids from others, `load` answers null for absent and foreign alike. */
export function registerNode<T extends Node>(
  ref: ObjectRef<SchemaTypes, T>,
  owns: (nodeId: string) => boolean,
  load: Batch<string, T>,
): void {
  kinds.push({ owns, ref, load });
}

async function find(nodeId: string, context: GraphqlContext): Promise<Node | null> {
  const kind = kinds.find(({ owns }) => owns(nodeId));
  const found = kind === undefined ? null : await context.loaders.get(kind.load).load(nodeId);
  if (kind === undefined || found === null) return null;
  kindOf.set(found, kind);
  return found as Node;
}

builder.queryField('node', (t) =>
  t.field({
    type: nodeInterface,
    nullable: true,
    description: 'What has this id, or null: absent and foreign ids answer alike.',
    extensions: reads(2),
    args: {
      id: t.arg.id({ required: true, description: 'The `nodeId` of anything that implements `Node`.' }),
    },
    resolve: (_root, { id }, context) => find(id, context),
  }),
);

builder.queryField('nodes', (t) =>
  t.field({
    type: [nodeInterface],
    nullable: { list: false, items: true },
    description: `What has these ids, in their order; null where nothing is found. At most ${idsMax}.`,
    extensions: {
      cost: {
        self: ({ ids }) => (Array.isArray(ids) ? ids.length : 1),
        times: ({ ids }) => (Array.isArray(ids) ? ids.length : 1),
      },
    },
    args: {
      ids: t.arg.idList({ required: true, description: 'The `nodeId`s of anything that implements `Node`.' }),
    },
    resolve: (_root, { ids }, context): Promise<(Node | null)[]> => {
      if (ids.length > idsMax) throw new DomainError('LIMIT', { field: 'ids' });
      return Promise.all(ids.map((id) => find(id, context)));
    },
  }),
);
