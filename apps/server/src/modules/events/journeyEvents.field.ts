import type { PlacedEvent } from '../../events/EventPosition.ts';
import { builder } from '../../graphql/builder.ts';
import { pageInfoRef } from '../../graphql/connection.ts';
import { pageOf, reads } from '../../graphql/cost.ts';
import { journeyMapRef } from '../maps/JourneyMap.field.ts';
import {
  type EventPage,
  eventPage,
  eventsFirstDefault,
  eventsFirstMax,
  lastEventCursor,
} from './eventPage.ts';
import { followEvents } from './followEvents.ts';
import { eventKindEnum, journeyEventRef } from './JourneyEvent.field.ts';
import { permitEvents } from './permitEvents.ts';
import { eventPorts } from './services.ts';

const edgeRef = builder
  .objectRef<{ readonly cursor: string; readonly node: PlacedEvent }>('JourneyEventEdge')
  .implement({
    description: 'An event and its place.',
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: 'Give it as `after` to go on behind this event.' }),
      node: t.expose('node', { type: journeyEventRef, description: 'The event.' }),
    }),
  });

const pageRef = builder.objectRef<EventPage>('JourneyEventConnection').implement({
  description: 'Some of what happened on a map.',
  fields: (t) => ({
    edges: t.field({
      type: [edgeRef],
      description: 'Events with cursors.',
      resolve: ({ edges }) => [...edges],
    }),
    nodes: t.field({
      type: [journeyEventRef],
      description: 'Events without cursors.',
      resolve: ({ nodes }) => [...nodes],
    }),
    pageInfo: t.expose('pageInfo', { type: pageInfoRef, description: 'Where the page ends.' }),
    totalCount: t.int({
      description: 'How many such events are kept.',
      extensions: reads(5),
      resolve: ({ count }) => count(),
    }),
  }),
});

const orderEnum = builder.enumType('JourneyEventOrder', {
  description: 'Which events come first.',
  values: {
    OLDEST: { value: 'ascending', description: 'The oldest that is kept.' },
    NEWEST: { value: 'descending', description: 'What happened last.' },
  } as const,
});

builder.objectFields(journeyMapRef, (t) => ({
  events: t.field({
    type: pageRef,
    description:
      'What happened on the map up to now, as far as it is kept: what `journeyEvents` tells, with the same cursors.',
    extensions: pageOf(2, 0.1, eventsFirstDefault),
    args: {
      first: t.arg.int({
        description: `How many: 1 to ${eventsFirstMax}; ${eventsFirstDefault} unless told.`,
      }),
      after: t.arg.string({ description: 'Cursor to go on behind, in the wanted order.' }),
      kinds: t.arg({ type: [eventKindEnum], description: 'Only events of these kinds.' }),
      actorId: t.arg.id({ description: 'Only what this person did, or programs of theirs.' }),
      orderBy: t.arg({
        type: orderEnum,
        required: true,
        defaultValue: 'ascending',
        description: 'Which events come first.',
      }),
    },
    resolve: ({ id }, args, context) => eventPage(eventPorts(context), context.actor, id, args),
  }),
  lastEventCursor: t.string({
    description:
      'A cursor behind everything that has happened up to now. Ask for it before the content, then follow from it: ' +
      'nothing is missed, and events up to the `mapVersion` you read are known to you.',
    extensions: reads(2),
    resolve: ({ id }, _args, context) => lastEventCursor(eventPorts(context), context.actor, id),
  }),
}));

builder.subscriptionField('journeyEvents', (t) =>
  t.field({
    type: journeyEventRef,
    description:
      'What happens on a map, in order, from people and programs alike. With `after` it goes on behind that event: ' +
      'nothing is missed and nothing told twice, however long you were away; `CURSOR_EXPIRED` says that what ' +
      'followed is not kept any more. Rights are checked at the start and again for each event. Ends with the map.',
    args: {
      mapId: t.arg.id({ required: true, description: 'The map to follow.' }),
      after: t.arg.string({ description: 'Cursor of the last event you know; from now on unless told.' }),
    },
    subscribe: (_root, { mapId, after }, context) =>
      followEvents(eventPorts(context), context.actor, mapId, after ?? null),
    resolve: async (placed: PlacedEvent, { mapId }, context) => {
      // The event may have waited: whoever lost the right meanwhile learns nothing from it.
      await permitEvents(eventPorts(context), context.actor, mapId);
      return placed;
    },
  }),
);
