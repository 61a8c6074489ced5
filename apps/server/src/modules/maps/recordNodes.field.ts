import type { ObjectRef } from '@pothos/core';
import type { SchemaTypes } from '../../graphql/builder.ts';
import type { Batch } from '../../graphql/Loaders.ts';
import { type Node, registerNode } from '../../graphql/node.ts';
import type { EmotionView, MapView } from './MapView.ts';
import { contentOf, mapBatch } from './mapContent.ts';
import { cardRef, emotionRef, laneRef, personaRef, stageRef, stepRef } from './records.field.ts';

function idsWith(prefix: string): string {
  return `${prefix}_[\\w-]{1,64}`;
}

/** Lets `node` find the records of a kind: their `nodeId` is that of the map, a dot, and their own id. */
function registerRecord<T extends Node>(
  ref: ObjectRef<SchemaTypes, T>,
  ids: string,
  read: (view: MapView, id: string) => T | null,
): void {
  const pattern = new RegExp(`^(${idsWith('map')})\\.(${ids})$`);
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

registerRecord(stageRef, idsWith('stg'), (view, id) => view.stage(id));
registerRecord(stepRef, idsWith('stp'), (view, id) => view.step(id));
registerRecord(laneRef, idsWith('lan'), (view, id) => view.lane(id));
registerRecord(personaRef, idsWith('per'), (view, id) => view.persona(id));
registerRecord(cardRef, idsWith('crd'), (view, id) => view.card(id));
registerRecord(emotionRef, `${idsWith('stp')}:${idsWith('per')}`, emotionOf);

function emotionOf(view: MapView, id: string): EmotionView | null {
  const [stepId = '', personaId = ''] = id.split(':');
  return view.emotion(stepId, personaId);
}
