import { builder } from '../../graphql/builder.ts';
import { reads } from '../../graphql/cost.ts';
import { eventQueue } from '../../graphql/eventQueue.ts';
import type { MapChange } from '../../rooms/LiveMaps.ts';
import { journeyMapRef } from './JourneyMap.field.ts';
import { permittedMap } from './MapHandle.ts';
import { printVersion } from './mapVersion.ts';
import { readMap } from './readMaps.ts';
import { mapPorts } from './services.ts';

const changeRef = builder.objectRef<MapChange>('MapChange').implement({
  description:
    'A durable change of a map, by whoever made it. It names what changed; ask for the content you need.',
  fields: (t) => ({
    mapId: t.exposeID('mapId', { description: 'The map.' }),
    mapVersion: t.field({
      type: 'MapVersion',
      description: 'The version that holds the change.',
      resolve: ({ version }) => printVersion(version),
    }),
    changedIds: t.idList({
      description:
        'Stages, steps, lanes, personas and cards that changed; empty for title, type and charter.',
      resolve: ({ changedIds }) => [...changedIds],
    }),
    map: t.field({
      type: journeyMapRef,
      description: 'The map with the change, and perhaps later ones.',
      extensions: reads(2),
      resolve: ({ mapId, version }, _args, context) =>
        readMap(mapPorts(context), context.actor, mapId, version),
    }),
  }),
});

builder.subscriptionField('mapChanged', (t) =>
  t.field({
    type: changeRef,
    description:
      'Every durable change of a map from now on, from people and programs alike. Rights are checked at the start ' +
      'and again for each event.',
    args: { mapId: t.arg.id({ required: true, description: 'The map to follow.' }) },
    subscribe: async (_root, { mapId }, context) => {
      await permittedMap(mapPorts(context), context.actor, 'map:follow', mapId);
      return eventQueue<MapChange>((push) => context.liveMaps.onChange(mapId, push));
    },
    resolve: async (change, { mapId }, context) => {
      // The event may have waited: whoever lost the right meanwhile learns nothing from it.
      await permittedMap(mapPorts(context), context.actor, 'map:follow', mapId);
      return change;
    },
  }),
);
