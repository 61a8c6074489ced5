import { decide, type WorkspaceAction } from '@jejak/access';
import type { MapCharter, MapWarning, StageSummary } from '@jejak/journey-model';
import type { PresenceUser } from '@jejak/protocol';
import { builder } from '../../graphql/builder.ts';
import type { GraphqlContext } from '../../graphql/Context.ts';
import { listOf, pageOf, reads } from '../../graphql/cost.ts';
import { ofVersion } from '../../graphql/engine/restsOnVersion.ts';
import { type ListPages, listPage, pageArgs } from '../../graphql/listPage.ts';
import { nodeInterface, registerNode } from '../../graphql/node.ts';
import { mapTypeEnum, teamEnum, warningCodeEnum } from '../vocabulary/enums.ts';
import { cardsFirstDefault, cardsFirstMax } from './cardPage.ts';
import { localizedTextRef } from './LocalizedText.field.ts';
import type { MapHandle } from './MapHandle.ts';
import type { MapRecord, MapThumbnail } from './MapRecord.ts';
import type { CardView, MapView } from './MapView.ts';
import { contentOf, fromContent, mapBatch } from './mapContent.ts';
import {
  cardConnection,
  cardPageArgs,
  cardRef,
  cardsOf,
  emotionRef,
  laneRef,
  personaRef,
  stageRef,
  stepRef,
} from './records.field.ts';
import { thumbnailRef } from './thumbnail.field.ts';

const charterRef = builder.objectRef<MapCharter>('MapCharter').implement({
  description: 'Why the map exists: agreed before mapping.',
  fields: (t) => ({
    why: t.expose('why', { type: localizedTextRef, description: 'Why the map is made.' }),
    goals: t.expose('goals', { type: localizedTextRef, description: 'Towards which goals.' }),
    about: t.expose('about', { type: localizedTextRef, description: 'About whom.' }),
    experience: t.expose('experience', { type: localizedTextRef, description: 'On which experience.' }),
  }),
});

const completenessRef = builder.objectRef<MapView['summary']['completeness']>('MapCompleteness').implement({
  description: 'Which of the five elements of a journey map are present.',
  fields: (t) => ({
    persona: t.exposeBoolean('persona', { description: 'At least one persona.' }),
    timeline: t.exposeBoolean('timeline', { description: 'At least one step.' }),
    emotion: t.exposeBoolean('emotion', { description: 'At least one emotion score.' }),
    touchpoint: t.exposeBoolean('touchpoint', { description: 'At least one touch point.' }),
    channel: t.exposeBoolean('channel', { description: 'At least one channel.' }),
  }),
});

const warningRef = builder.objectRef<MapWarning>('MapWarning').implement({
  description: 'A remark about a map; it blocks nothing.',
  fields: (t) => ({
    code: t.expose('code', { type: warningCodeEnum, description: 'What it is about.' }),
    messageKey: t.string({
      description: 'Names the translated text in the interface.',
      extensions: ofVersion,
      resolve: ({ code }) => `warnings.${code}`,
    }),
    count: t.exposeInt('count', { description: 'How many fields, personas or records it is about.' }),
  }),
});

interface StageQuestions {
  readonly summary: StageSummary;
  readonly view: MapView;
}

const questionsRef = builder.objectRef<StageQuestions>('StageQuestions').implement({
  description: 'How many questions are open in a stage.',
  fields: (t) => ({
    stage: t.field({
      type: stageRef,
      nullable: true,
      description: 'The stage.',
      extensions: ofVersion,
      resolve: ({ summary, view }) => view.stage(summary.stageId),
    }),
    openQuestionCount: t.int({
      description: 'Questions that nobody has resolved.',
      extensions: ofVersion,
      resolve: ({ summary }) => summary.openQuestions,
    }),
  }),
});

const unplacedPages: ListPages<CardView> = {
  firstMax: cardsFirstMax,
  firstDefault: cardsFirstDefault,
  keyOf: ({ id }) => [id],
  keyParts: 1,
};

const unplacedRef = builder.objectRef<MapView>('UnplacedRecords').implement({
  description: 'What lost its place when something else was deleted: nothing disappears.',
  fields: (t) => ({
    steps: t.field({
      type: [stepRef],
      description: 'Steps without a stage.',
      extensions: { ...listOf(8), ...ofVersion },
      resolve: (view) => [...view.unplacedSteps],
    }),
    cards: t.field({
      type: cardConnection,
      description: 'Cards without a column or a lane.',
      args: pageArgs(unplacedPages),
      extensions: { ...pageOf(0.5, 0.1, unplacedPages.firstDefault), ...ofVersion },
      resolve: (view, args) => listPage(view.unplacedCards, args, unplacedPages),
    }),
    count: t.int({
      description: 'How many steps and cards there are in all.',
      extensions: ofVersion,
      resolve: (view) => view.unplacedSteps.length + view.unplacedCards.length,
    }),
  }),
});

const presentRef = builder.objectRef<PresenceUser>('PresentPerson').implement({
  description: 'Somebody who has the map open now.',
  fields: (t) => ({
    userId: t.id({ description: 'Who.', resolve: ({ id }) => id }),
    name: t.exposeString('name', { description: 'The name others see.' }),
    team: t.field({ type: teamEnum, description: 'Their team.', resolve: ({ team }) => team }),
  }),
});

const permissionsRef = builder.objectRef<MapHandle>('MapPermissions').implement({
  description: 'What you may do with a map; ask here instead of inferring it from a role.',
  fields: (t) => ({
    editStructure: t.boolean({
      description: 'Change title, charter, stages, steps, lanes and personas.',
      resolve: may('map:editStructure'),
    }),
    editContent: t.boolean({
      description: 'Change cards and emotions.',
      resolve: may('map:editContent'),
    }),
    delete: t.boolean({ description: 'Delete the map.', resolve: may('map:delete') }),
  }),
});

function may(action: WorkspaceAction) {
  return ({ record }: MapHandle, _args: object, { actor }: GraphqlContext): boolean =>
    decide(actor, action, { workspaceId: record.workspaceId, mapId: record.id }).allowed;
}

/** Of a map in a list the record is enough; of one that is read, the content tells. */
function headOf<T>(of: (source: Pick<MapRecord, 'title' | 'type'>) => T) {
  return ({ view, read, record }: MapHandle): T | Promise<T> => {
    if (view !== null) return of(view.snapshot);
    return read === undefined ? of(record) : read().then(({ snapshot }) => of(snapshot));
  };
}

/** A map, with its content. */
export const journeyMapRef = builder.objectRef<MapHandle>('JourneyMap').implement({
  description:
    'A customer journey map. People edit it live while programs read and write it; ' +
    'title, type and thumbnail of a map in a list follow its live content within seconds.',
  interfaces: [nodeInterface],
  fields: (t) => ({
    title: t.field({
      type: localizedTextRef,
      description: 'Its title.',
      extensions: ofVersion,
      resolve: headOf(({ title }) => title),
    }),
    type: t.field({
      type: mapTypeEnum,
      description: 'What the map describes.',
      extensions: ofVersion,
      resolve: headOf(({ type }) => type),
    }),
    workspaceId: t.id({
      description: 'The workspace it belongs to.',
      resolve: ({ record }) => record.workspaceId,
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When it was made.',
      resolve: ({ record }) => record.createdAt,
    }),
    lastEditedAt: t.field({
      type: 'DateTime',
      description: 'When somebody last changed it; follows within seconds.',
      resolve: ({ record }) => record.lastEditedAt,
    }),
    thumbnail: t.field({
      type: thumbnailRef,
      description: 'The map drawn small, without opening it.',
      resolve: ({ record }): MapThumbnail => record.thumbnail,
    }),
    mapVersion: t.field({
      type: 'MapVersion',
      description: 'The version this answer shows.',
      extensions: { ...reads(), ...ofVersion },
      resolve: fromContent(({ version }) => version),
    }),
    charter: t.field({
      type: charterRef,
      description: 'Why the map exists.',
      extensions: { ...reads(), ...ofVersion },
      resolve: fromContent(({ snapshot }) => snapshot.charter),
    }),
    stages: t.field({
      type: [stageRef],
      description: 'Its stages in order.',
      extensions: { cost: { self: 1, times: 8 }, ...ofVersion },
      resolve: fromContent(({ stages }) => [...stages]),
    }),
    lanes: t.field({
      type: [laneRef],
      description: 'Its lanes in order.',
      extensions: { cost: { self: 1, times: 10 }, ...ofVersion },
      resolve: fromContent(({ lanes }) => [...lanes]),
    }),
    personas: t.field({
      type: [personaRef],
      description: 'Its personas in order.',
      extensions: { cost: { self: 1, times: 4 }, ...ofVersion },
      resolve: fromContent(({ personas }) => [...personas]),
    }),
    cards: t.field({
      type: cardConnection,
      description: 'All placed cards, by column, lane and rank.',
      args: cardPageArgs,
      extensions: { ...pageOf(1, 0.1, cardsFirstDefault), ...ofVersion },
      resolve: (map, args, context) => {
        const view = contentOf(map, context);
        return view instanceof Promise
          ? view.then((loaded) => cardsOf(loaded, loaded.cards, args))
          : cardsOf(view, view.cards, args);
      },
    }),
    card: t.field({
      type: cardRef,
      nullable: true,
      description: 'One card by its id.',
      args: { id: t.arg.id({ required: true, description: 'Id of the card.' }) },
      extensions: { ...reads(), ...ofVersion },
      resolve: (map, { id }, context) => {
        const view = contentOf(map, context);
        return view instanceof Promise ? view.then((loaded) => loaded.card(id)) : view.card(id);
      },
    }),
    emotions: t.field({
      type: [emotionRef],
      description: 'How each persona feels at each step where somebody said so.',
      extensions: { cost: { self: 1, times: 30 }, ...ofVersion },
      resolve: fromContent(({ emotions }) => [...emotions]),
    }),
    completeness: t.field({
      type: completenessRef,
      description: 'Which of the five elements are present.',
      extensions: { ...reads(), ...ofVersion },
      resolve: fromContent(({ summary }) => summary.completeness),
    }),
    warnings: t.field({
      type: [warningRef],
      description: 'Remarks, e.g. more personas than a map bears.',
      extensions: { ...reads(), ...ofVersion },
      resolve: fromContent(({ summary }) => [...summary.warnings]),
    }),
    questionsByStage: t.field({
      type: [questionsRef],
      description: 'Open questions per stage, in the order of the stages.',
      extensions: { cost: { self: 1, times: 8 }, ...ofVersion },
      resolve: fromContent((view) => view.summary.stages.map((summary) => ({ summary, view }))),
    }),
    stageWithMostQuestions: t.field({
      type: stageRef,
      nullable: true,
      description: 'The stage to deal with first; null when no question is open.',
      extensions: { ...reads(), ...ofVersion },
      resolve: fromContent((view) => view.stage(view.summary.mostQuestionsStageId ?? '')),
    }),
    unplaced: t.field({
      type: unplacedRef,
      description: 'What lost its place when something else was deleted.',
      extensions: { ...reads(), ...ofVersion },
      resolve: fromContent((view) => view),
    }),
    present: t.field({
      type: [presentRef],
      description:
        'Who has the map open now, once per person; follows within seconds. ' +
        'Of a map with hundreds of people it may name only some.',
      resolve: ({ id }, _args, { liveMaps }) => [...liveMaps.present(id)],
    }),
    viewerCan: t.field({
      type: permissionsRef,
      description: 'What you may do with it.',
      resolve: (map) => map,
    }),
  }),
});

// A dot follows in the ids of records inside it.
registerNode(journeyMapRef, (id) => id.startsWith('map_') && !id.includes('.'), mapBatch);
