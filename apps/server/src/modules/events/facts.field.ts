import type { EventRecords, EventSubject, MapFacts } from '@jejak/journey-events';
import type { Card, EmotionPoint, Lane, Persona, Step } from '@jejak/journey-model';
import type { ObjectRef } from '@pothos/core';
import { builder, type SchemaTypes } from '../../graphql/builder.ts';
import { localizedTextRef } from '../maps/LocalizedText.field.ts';
import {
  cardKindEnum,
  channelEnum,
  colourEnum,
  laneKindEnum,
  mapTypeEnum,
  painCauseEnum,
  positionEnum,
  teamEnum,
} from '../vocabulary/enums.ts';

const rule = 'A fact that the event is not about is null: `changedFields` names those it is about.';

const mapFacts = builder.objectRef<Partial<MapFacts>>('MapFacts').implement({
  description: `What a map says of itself. ${rule}`,
  fields: (t) => ({
    type: t.expose('type', { type: mapTypeEnum, nullable: true, description: 'What it describes.' }),
    title: t.expose('title', { type: localizedTextRef, nullable: true, description: 'Its title.' }),
    currentStateMapId: t.id({
      nullable: true,
      description: 'The map of today that it starts from.',
      resolve: ({ currentStateMapId }) => currentStateMapId ?? null,
    }),
    why: t.expose('why', { type: localizedTextRef, nullable: true, description: 'Why it is made.' }),
    goals: t.expose('goals', { type: localizedTextRef, nullable: true, description: 'Towards which goals.' }),
    about: t.expose('about', { type: localizedTextRef, nullable: true, description: 'About whom.' }),
    experience: t.expose('experience', {
      type: localizedTextRef,
      nullable: true,
      description: 'On which experience.',
    }),
  }),
});

const rankText = 'Its place among its like; compare as plain text.';

const stageFacts = builder.objectRef<Partial<EventRecords['stage']>>('StageFacts').implement({
  description: `What is known of a stage. ${rule}`,
  fields: (t) => ({
    rank: t.exposeString('rank', { nullable: true, description: rankText }),
    key: t.exposeString('key', { nullable: true, description: 'Its key in the template.' }),
    name: t.expose('name', { type: localizedTextRef, nullable: true, description: 'Its name.' }),
    purpose: t.expose('purpose', { type: localizedTextRef, nullable: true, description: 'What it is for.' }),
    brandGoal: t.expose('brandGoal', {
      type: localizedTextRef,
      nullable: true,
      description: 'What the brand wants here.',
    }),
    position: t.expose('position', {
      type: positionEnum,
      nullable: true,
      description: 'Before, at or after the purchase.',
    }),
    colour: t.expose('colour', { type: colourEnum, nullable: true, description: 'Its colour.' }),
  }),
});

const stepFacts = builder.objectRef<Partial<Step>>('StepFacts').implement({
  description: `What is known of a step. ${rule}`,
  fields: (t) => ({
    stageId: t.exposeID('stageId', { nullable: true, description: 'Its stage.' }),
    rank: t.exposeString('rank', { nullable: true, description: rankText }),
    name: t.expose('name', { type: localizedTextRef, nullable: true, description: 'Its name.' }),
    advanceAct: t.expose('advanceAct', {
      type: localizedTextRef,
      nullable: true,
      description: 'What the customer does to go on.',
    }),
    exitAct: t.expose('exitAct', {
      type: localizedTextRef,
      nullable: true,
      description: 'What they do instead.',
    }),
    colour: t.expose('colour', { type: colourEnum, nullable: true, description: 'Its colour.' }),
  }),
});

const laneFacts = builder.objectRef<Partial<Lane>>('LaneFacts').implement({
  description: `What is known of a lane. ${rule}`,
  fields: (t) => ({
    rank: t.exposeString('rank', { nullable: true, description: rankText }),
    kind: t.expose('kind', { type: laneKindEnum, nullable: true, description: 'What it is for.' }),
    name: t.expose('name', { type: localizedTextRef, nullable: true, description: 'Its name.' }),
    colour: t.expose('colour', { type: colourEnum, nullable: true, description: 'Its colour.' }),
  }),
});

const personaFacts = builder.objectRef<Partial<Persona>>('PersonaFacts').implement({
  description: `What is known of a persona. ${rule}`,
  fields: (t) => ({
    rank: t.exposeString('rank', { nullable: true, description: rankText }),
    name: t.expose('name', { type: localizedTextRef, nullable: true, description: 'The name.' }),
    description: t.expose('description', {
      type: localizedTextRef,
      nullable: true,
      description: 'Who that is.',
    }),
  }),
});

const cardFacts = builder.objectRef<Partial<Card>>('CardFacts').implement({
  description: `What is known of a card; its place is \`columnId\`, \`laneId\` and \`rank\` together. ${rule}`,
  fields: (t) => ({
    columnId: t.id({
      nullable: true,
      description: 'The step it stands at, or the stage as a whole.',
      resolve: ({ place }) => place?.columnId ?? null,
    }),
    laneId: t.id({
      nullable: true,
      description: 'The lane it stands in.',
      resolve: ({ place }) => place?.laneId ?? null,
    }),
    rank: t.string({
      nullable: true,
      description: 'Orders the cards of a cell; compare as plain text.',
      resolve: ({ place }) => place?.rank ?? null,
    }),
    kind: t.expose('kind', { type: cardKindEnum, nullable: true, description: 'What it says.' }),
    text: t.expose('text', { type: localizedTextRef, nullable: true, description: 'What is written on it.' }),
    team: t.expose('team', { type: teamEnum, nullable: true, description: 'The team it belongs to.' }),
    tags: t.stringList({
      nullable: true,
      description: 'Its tags, sorted.',
      resolve: ({ tags }) => (tags === undefined ? null : [...tags]),
    }),
    channel: t.expose('channel', { type: channelEnum, nullable: true, description: 'Its channel.' }),
    cause: t.expose('cause', { type: painCauseEnum, nullable: true, description: 'What a pain comes from.' }),
    resolved: t.exposeBoolean('resolved', { nullable: true, description: 'Whether a question is answered.' }),
  }),
});

const emotionFacts = builder.objectRef<Partial<EmotionPoint>>('EmotionFacts').implement({
  description: `How a persona feels at a step. ${rule}`,
  fields: (t) => ({
    score: t.exposeInt('score', { nullable: true, description: 'From -2 (bad) to 2 (good).' }),
    word: t.expose('word', { type: localizedTextRef, nullable: true, description: 'The feeling in a word.' }),
  }),
});

/** The facts that events tell, by what they are about. */
export const factsRefs: Readonly<Record<EventSubject, ObjectRef<SchemaTypes, object>>> = {
  map: mapFacts,
  stage: stageFacts,
  step: stepFacts,
  lane: laneFacts,
  persona: personaFacts,
  card: cardFacts,
  emotion: emotionFacts,
};
