import { type EventKind, type EventSubject, eventKinds } from '@jejak/journey-events';
import type { ObjectRef } from '@pothos/core';
import type { PlacedEvent } from '../../events/EventPosition.ts';
import { builder, type SchemaTypes } from '../../graphql/builder.ts';
import { reads } from '../../graphql/cost.ts';
import { printVersion } from '../maps/mapVersion.ts';
import { actorKindEnum } from '../vocabulary/actorKindEnum.ts';
import { type EventActor, nameOf } from './eventActor.ts';
import { eventCursor } from './eventCursor.ts';
import { eventKindName } from './eventKindName.ts';
import { factsRefs } from './facts.field.ts';

const nouns = {
  map: 'the map',
  stage: 'a stage',
  step: 'a step',
  lane: 'a lane',
  persona: 'a persona',
  card: 'a card',
  emotion: 'a feeling',
} as const satisfies Record<EventSubject, string>;

const verbs = [
  ['Added', 'was added'],
  ['Deleted', 'was deleted; it can be restored'],
  ['Restored', 'came back after it was deleted'],
  ['Moved', 'has another place'],
  ['Reordered', 'has another place among its like'],
  ['Renamed', 'has another name'],
  ['Edited', 'says something else, or has another look'],
  ['Tagged', 'has other tags'],
  ['Changed', 'is another'],
  ['Created', 'was made'],
] as const;

function describe(kind: EventKind, subject: EventSubject): string {
  const said = verbs.find(([ending]) => kind.endsWith(ending))?.[1] ?? 'changed';
  const what =
    subject === 'map' && kind.endsWith('Changed') ? words(kind).replace(/ changed$/, '') : nouns[subject];
  return `${what.charAt(0).toUpperCase()}${what.slice(1)} ${said}.`;
}

const words = (kind: string): string => kind.replace(/(?!^)([A-Z])/g, ' $1').toLowerCase();

const allKinds = Object.values(eventKinds).flat();
const subjects = ['map', 'stage', 'step', 'lane', 'persona', 'card', 'emotion'] as const;

function subjectOf(kind: EventKind): EventSubject {
  return subjects.find((subject) => eventKinds[subject].some((one) => one === kind)) ?? 'map';
}

/** What can happen, as an enum. */
export const eventKindEnum = builder.enumType('JourneyEventKind', {
  description: 'What can happen on a map.',
  values: Object.fromEntries(
    allKinds.map((kind) => [
      eventKindName(kind),
      { value: kind, description: describe(kind, subjectOf(kind)) },
    ]),
  ) as { readonly [Kind in EventKind]: { readonly value: Kind; readonly description: string } },
});

const actorRef = builder.objectRef<EventActor>('EventActor').implement({
  description: 'Who did something.',
  fields: (t) => ({
    kind: t.expose('kind', { type: actorKindEnum, description: 'How they acted.' }),
    userId: t.exposeID('userId', { description: 'The person, or whose the program is.' }),
    name: t.string({
      nullable: true,
      description: 'Their name; null where they have left the workspace or you may not know who is in it.',
      extensions: reads(),
      resolve: (actor, _args, context) => nameOf(actor, context),
    }),
    tokenId: t.exposeID('tokenId', {
      nullable: true,
      description: 'The token that the program used; null for people.',
    }),
  }),
});

const typeOf = new Map<EventKind, ObjectRef<SchemaTypes, PlacedEvent>>();

/** Something that happened on a map. */
export const journeyEventRef = builder.interfaceRef<PlacedEvent>('JourneyEvent').implement({
  description:
    'Something that happened on a map, by whoever did it. Each edit is an event of its own; keystrokes of one person ' +
    'in one text may be joined.',
  resolveType: ({ event }) => typeOf.get(event.kind),
  fields: (t) => ({
    id: t.id({
      description: 'Unique in this installation.',
      resolve: ({ mapId, position: { n, tag, index } }) => `${mapId}.${n}.${tag}.${index}`,
    }),
    cursor: t.string({
      description: 'Give it as `after` to hear what follows this event, and nothing twice.',
      resolve: ({ mapId, position }) => eventCursor(mapId, position),
    }),
    kind: t.field({ type: eventKindEnum, description: 'What happened.', resolve: ({ event }) => event.kind }),
    mapId: t.exposeID('mapId', { description: 'The map.' }),
    recordId: t.id({
      nullable: true,
      description:
        'The stage, step, lane, persona or card it is about; `<stepId>:<personaId>` for a feeling, null for the map.',
      resolve: ({ event }) => event.recordId,
    }),
    changedFields: t.stringList({
      description: 'Names of the facts that changed; of what was added, restored or deleted, of all.',
      resolve: ({ event }) => [...event.fields],
    }),
    mapVersion: t.field({
      type: 'MapVersion',
      description: 'The first version of the map that holds it.',
      resolve: ({ event }) => printVersion(event.version),
    }),
    occurredAt: t.field({
      type: 'DateTime',
      description: 'When it was journaled.',
      resolve: ({ event }) => event.at,
    }),
    actor: t.field({
      type: actorRef,
      nullable: true,
      description:
        'Who did it; null for the server itself, and for what was done before it was written down.',
      resolve: ({ mapId, event }) => (event.by === null ? null : { ...event.by, mapId }),
    }),
    isShortened: t.boolean({
      description: 'Whether its texts are cut at 500 characters; the record has them in full.',
      resolve: ({ event }) => event.shortened === true,
    }),
  }),
});

for (const subject of subjects) {
  for (const kind of eventKinds[subject]) {
    const ref = builder.objectRef<PlacedEvent>(kind);
    typeOf.set(kind, ref);
    ref.implement({
      description: describe(kind, subject),
      interfaces: [journeyEventRef],
      fields: (t) => ({
        before: t.field({
          type: factsRefs[subject],
          nullable: true,
          description: 'The changed facts as they were; null where there was none of it.',
          resolve: ({ event }): object | null => event.before,
        }),
        after: t.field({
          type: factsRefs[subject],
          nullable: true,
          description: 'The changed facts as they are; null where there is none of it any more.',
          resolve: ({ event }): object | null => event.after,
        }),
      }),
    });
  }
}
