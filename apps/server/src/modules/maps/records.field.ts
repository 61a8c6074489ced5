import { builder } from '../../graphql/builder.ts';
import { connectionOf } from '../../graphql/connection.ts';
import { listOf, pageOf } from '../../graphql/cost.ts';
import { ofVersion } from '../../graphql/engine/restsOnVersion.ts';
import { nodeInterface } from '../../graphql/node.ts';
import {
  blueprintLineEnum,
  cardKindEnum,
  channelEnum,
  colourEnum,
  laneKindEnum,
  painCauseEnum,
  positionEnum,
  teamEnum,
} from '../vocabulary/enums.ts';
import { cardPage, cardsFirstDefault, cardsFirstMax } from './cardPage.ts';
import { localizedTextRef } from './LocalizedText.field.ts';
import type {
  CardView,
  EmotionView,
  LaneView,
  MapView,
  PersonaView,
  StageView,
  StepView,
} from './MapView.ts';
import { viewOfRecord } from './viewOfRecord.ts';

/** A stage of a journey. */
export const stageRef = builder.objectRef<StageView>('Stage');
/** A step of a stage. */
export const stepRef = builder.objectRef<StepView>('Step');
/** A lane of a map. */
export const laneRef = builder.objectRef<LaneView>('Lane');
/** A persona of a map. */
export const personaRef = builder.objectRef<PersonaView>('Persona');
/** A card of a map. */
export const cardRef = builder.objectRef<CardView>('Card');
/** How a persona feels at a step. */
export const emotionRef = builder.objectRef<EmotionView>('EmotionPoint');
/** A page of cards. */
export const cardConnection = connectionOf('Card', cardRef);

const idText = 'Unique in the map, the same in its live documents, and what arguments take.';

/** The page arguments of cards, checked and described once. */
export const cardPageArgs = builder.args((t) => ({
  first: t.int({
    description: `How many: 1 to ${cardsFirstMax}; ${cardsFirstDefault} unless told.`,
  }),
  after: t.string({ description: 'Cursor to go on behind.' }),
  kind: t.field({ type: cardKindEnum, description: 'Only cards of this kind.' }),
}));

/** What a page of cards costs. */
export const cardPageCost = pageOf(0.5, 0.1, cardsFirstDefault);

/** Those of the cards that the arguments ask for, as a page. */
export function cardsOf(
  view: MapView,
  cards: readonly CardView[],
  args: {
    readonly first?: number | null | undefined;
    readonly after?: string | null | undefined;
    readonly kind?: string | null | undefined;
  },
) {
  const { kind } = args;
  return cardPage(view, kind == null ? cards : cards.filter((card) => card.kind === kind), args);
}

stageRef.implement({
  description: 'A phase of the journey, in order.',
  interfaces: [nodeInterface],
  fields: (t) => ({
    id: t.exposeID('id', { description: idText }),
    key: t.exposeString('key', {
      nullable: true,
      description: 'Stable key of a stage that came from a template, e.g. `awareness`.',
    }),
    name: t.expose('name', { type: localizedTextRef, description: 'Its name.' }),
    purpose: t.expose('purpose', { type: localizedTextRef, description: 'What the stage is for.' }),
    brandGoal: t.expose('brandGoal', { type: localizedTextRef, description: 'What the brand wants here.' }),
    position: t.expose('position', {
      type: positionEnum,
      nullable: true,
      description: 'Before, at or after the purchase.',
    }),
    colour: t.expose('colour', { type: colourEnum, nullable: true, description: 'Its colour.' }),
    steps: t.expose('steps', {
      type: [stepRef],
      description: 'Its steps in order.',
      extensions: listOf(8),
    }),
    cards: t.field({
      type: cardConnection,
      description: 'Cards of the stage as a whole and of its steps.',
      args: cardPageArgs,
      extensions: { ...cardPageCost, ...ofVersion },
      resolve: (stage, args) => cardsOf(viewOfRecord(stage), stage.cards, args),
    }),
    openQuestionCount: t.int({
      description: 'Cards of kind `QUESTION` that nobody has resolved.',
      extensions: ofVersion,
      resolve: (stage) =>
        viewOfRecord(stage).summary.stages.find(({ stageId }) => stageId === stage.id)?.openQuestions ?? 0,
    }),
  }),
});

stepRef.implement({
  description: 'Something the customer does or lives through within a stage.',
  interfaces: [nodeInterface],
  fields: (t) => ({
    id: t.exposeID('id', { description: idText }),
    stageId: t.exposeID('stageId', { description: 'Its stage; the stage may be deleted.' }),
    stage: t.expose('stage', {
      type: stageRef,
      nullable: true,
      description: 'Its stage; null when the step is unplaced.',
    }),
    name: t.expose('name', { type: localizedTextRef, description: 'Its name.' }),
    advanceAct: t.expose('advanceAct', {
      type: localizedTextRef,
      description: 'What the customer does to go on from here.',
    }),
    exitAct: t.expose('exitAct', {
      type: localizedTextRef,
      description: 'What the customer does instead when they do not go on.',
    }),
    colour: t.expose('colour', { type: colourEnum, nullable: true, description: 'Its colour.' }),
    cards: t.field({
      type: cardConnection,
      description: 'Cards of the step.',
      args: cardPageArgs,
      extensions: { ...cardPageCost, ...ofVersion },
      resolve: (step, args) => cardsOf(viewOfRecord(step), step.cards, args),
    }),
  }),
});

laneRef.implement({
  description: 'A row of the map: one kind of thing to know about every step.',
  interfaces: [nodeInterface],
  fields: (t) => ({
    id: t.exposeID('id', { description: idText }),
    kind: t.expose('kind', { type: laneKindEnum, description: 'What the lane is for.' }),
    name: t.expose('name', { type: localizedTextRef, description: 'Its name.' }),
    colour: t.expose('colour', { type: colourEnum, nullable: true, description: 'Its colour.' }),
    blueprintLine: t.expose('blueprintLine', {
      type: blueprintLineEnum,
      nullable: true,
      description: 'The line drawn above it on a service blueprint, once per line; null elsewhere.',
    }),
  }),
});

personaRef.implement({
  description: 'Somebody who takes the journey.',
  interfaces: [nodeInterface],
  fields: (t) => ({
    id: t.exposeID('id', { description: idText }),
    name: t.expose('name', { type: localizedTextRef, description: 'The name.' }),
    description: t.expose('description', { type: localizedTextRef, description: 'Who that is.' }),
  }),
});

cardRef.implement({
  description: 'One thing somebody noted at a place of the map.',
  interfaces: [nodeInterface],
  fields: (t) => ({
    id: t.exposeID('id', { description: idText }),
    kind: t.expose('kind', { type: cardKindEnum, description: 'What it says.' }),
    text: t.expose('text', { type: localizedTextRef, description: 'What is written on it.' }),
    team: t.expose('team', { type: teamEnum, nullable: true, description: 'The team it belongs to.' }),
    tags: t.expose('tags', { type: ['String'], description: 'Sorted, without doubles.' }),
    channel: t.expose('channel', {
      type: channelEnum,
      nullable: true,
      description: 'The channel it is about.',
    }),
    cause: t.expose('cause', { type: painCauseEnum, nullable: true, description: 'What a pain comes from.' }),
    resolved: t.exposeBoolean('resolved', { description: 'Whether a question is answered.' }),
    columnId: t.exposeID('columnId', { description: 'The step it stands at, or the stage as a whole.' }),
    laneId: t.exposeID('laneId', { description: 'The lane it stands in.' }),
    rank: t.exposeString('rank', { description: 'Orders the cards of a cell; compare as plain text.' }),
    stageId: t.exposeID('stageId', { nullable: true, description: 'Its stage; null when unplaced.' }),
    stepId: t.exposeID('stepId', {
      nullable: true,
      description: 'Its step; null when it is about the stage.',
    }),
    stage: t.expose('stage', {
      type: stageRef,
      nullable: true,
      description: 'Its stage; null when unplaced.',
    }),
    step: t.expose('step', { type: stepRef, nullable: true, description: 'Its step, if at one.' }),
    lane: t.expose('lane', {
      type: laneRef,
      nullable: true,
      description: 'Its lane; null when that is gone.',
    }),
  }),
});

emotionRef.implement({
  description: 'How a persona feels at a step.',
  interfaces: [nodeInterface],
  fields: (t) => ({
    id: t.exposeID('id', {
      description: 'Its step and its persona with a colon between; arguments take `stepId` and `personaId`.',
    }),
    stepId: t.exposeID('stepId', { description: 'The step.' }),
    personaId: t.exposeID('personaId', { description: 'The persona.' }),
    score: t.exposeInt('score', {
      nullable: true,
      description: 'From -2 (bad) to 2 (good); null when unset.',
    }),
    word: t.expose('word', { type: localizedTextRef, description: 'The feeling in a word.' }),
    step: t.expose('step', { type: stepRef, nullable: true, description: 'The step; null when it is gone.' }),
    persona: t.expose('persona', {
      type: personaRef,
      nullable: true,
      description: 'The persona; null when it is gone.',
    }),
  }),
});
