import type { ObjectRef } from '@pothos/core';
import type { SchemaTypes } from '../../graphql/builder.ts';
import type { Batch } from '../../graphql/Loaders.ts';
import { type Node, registerNode } from '../../graphql/node.ts';
import type { MapView } from './MapView.ts';
import { contentOf, mapBatch } from './mapContent.ts';
import { cardRef, laneRef, personaRef, stageRef, stepRef } from './records.field.ts';

/** Lets `node` find the records of a kind: their `nodeId` is that of the map, a dot, and their own id. */
function registerRecord<T extends Node>(
  ref: ObjectRef<SchemaTypes, T>,
  prefix: string,
  read: (view: MapView, id: string) => T | null,
): void {
  const pattern = new RegExp(`^(map_[\\w-]{1,64})\\.(${prefix}_[\\w-]{1,64})$`);
  const load: Batch<string, T> = (nodeIds, context) =>
    Promise.all(
      nodeIds.map(async (nodeId) => {
        const [, mapId = '', id = ''] = pattern.exec(nodeId) ?? [];
        const map = await context.loaders.get(mapBatch).load(mapId);
        return map === null ? null : read(await contentOf(map, context), id);
      }),
    );
  registerNode(ref, (nodeId) => pattern.test(nodeId), load);
}

registerRecord(stageRef, 'stg', (view, id) => view.stage(id));
registerRecord(stepRef, 'stp', (view, id) => view.step(id));
registerRecord(laneRef, 'lan', (view, id) => view.lane(id));
registerRecord(personaRef, 'per', (view, id) => view.persona(id));
registerRecord(cardRef, 'crd', (view, id) => view.card(id));
