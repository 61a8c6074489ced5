import type { ActorRef } from '@jejak/access';
import type { Card, EmotionPoint, Lane, MapCharter, Persona, Step } from '@jejak/journey-model';
import type { MetaRecord, StageRecord } from '@jejak/journey-model/records';
import type { LogPosition } from './LoggedEntry.ts';

/** What a map says of itself, with the questions of its charter beside the rest. */
export interface MapFacts extends Pick<MetaRecord, 'type' | 'title' | 'currentStateMapId'>, MapCharter {}

/** What an event can be about, and the facts that are known of it. */
export interface EventRecords {
  readonly map: MapFacts;
  readonly stage: StageRecord;
  readonly step: Step;
  readonly lane: Lane;
  readonly persona: Persona;
  readonly card: Card;
  readonly emotion: EmotionPoint;
}

/** What an event can be about. */
export type EventSubject = keyof EventRecords;

/** Everything that can happen on a map, by what it is about. Names are stable and stored. */
export const eventKinds = {
  map: ['MapCreated', 'MapRenamed', 'MapTypeChanged', 'CharterChanged', 'CurrentStateMapChanged'],
  stage: ['StageAdded', 'StageReordered', 'StageRenamed', 'StageEdited', 'StageDeleted', 'StageRestored'],
  step: ['StepAdded', 'StepMoved', 'StepRenamed', 'StepEdited', 'StepDeleted', 'StepRestored'],
  lane: ['LaneAdded', 'LaneReordered', 'LaneRenamed', 'LaneEdited', 'LaneDeleted', 'LaneRestored'],
  persona: [
    'PersonaAdded',
    'PersonaReordered',
    'PersonaRenamed',
    'PersonaEdited',
    'PersonaDeleted',
    'PersonaRestored',
  ],
  card: ['CardAdded', 'CardMoved', 'CardEdited', 'CardTagged', 'CardDeleted', 'CardRestored'],
  emotion: ['EmotionChanged'],
} as const satisfies Record<EventSubject, readonly string[]>;

/** The name of something that can happen to a subject. */
export type EventKindOf<Subject extends EventSubject> = (typeof eventKinds)[Subject][number];
/** The name of anything that can happen. */
export type EventKind = EventKindOf<EventSubject>;

/** Something that happened to one subject, in the language of the field. */
export interface SubjectEvent<Subject extends EventSubject> {
  readonly subject: Subject;
  readonly kind: EventKindOf<Subject>;
  /** The record it is about; `<stepId>:<personaId>` for an emotion, null for the map itself. */
  readonly recordId: string | null;
  /** Names of the facts that changed; of what was added, restored or deleted, of all. */
  readonly fields: readonly (keyof EventRecords[Subject] & string)[];
  /** The changed facts as they were; null where there was no such record. */
  readonly before: Partial<EventRecords[Subject]> | null;
  /** The changed facts as they are; null where there is no such record any more. */
  readonly after: Partial<EventRecords[Subject]> | null;
  /** Whether texts were cut: the record has all of them. */
  readonly shortened?: true;
  /** Who did it; null: the server, or it was not written down. */
  readonly by: ActorRef | null;
  /** When it was journaled. */
  readonly at: Date;
  /** The first version of the map that holds it. */
  readonly version: LogPosition;
}

/** Something that happened on a map. */
export type JourneyEvent = { [Subject in EventSubject]: SubjectEvent<Subject> }[EventSubject];
