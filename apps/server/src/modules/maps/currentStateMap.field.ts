import { builder } from '../../graphql/builder.ts';
import { reads } from '../../graphql/cost.ts';
import { journeyMapRef } from './JourneyMap.field.ts';
import { isLinkable } from './linkedMap.ts';
import { contentOf, mapBatch } from './mapContent.ts';

builder.objectField(journeyMapRef, 'currentStateMap', (t) =>
  t.field({
    type: journeyMapRef,
    nullable: true,
    description:
      'The map of today that a future-state map starts from; null for other types, where none is named, and where ' +
      'the named one is gone or not yours to read.',
    extensions: reads(2),
    resolve: async (map, _args, context) => {
      const { currentStateMapId } = (await contentOf(map, context)).snapshot;
      if (currentStateMapId === null) return null;
      const other = await context.loaders.get(mapBatch).load(currentStateMapId);
      // Whoever may write a live document may write any id into it.
      return other !== null && isLinkable(map.record, other.record) ? other : null;
    },
  }),
);
