import {
  type stageKeys,
  stagesOfTemplate,
  type TemplateKey,
  templateKeys,
  templateStages,
} from '@jejak/journey-model';
import { builder } from '../../graphql/builder.ts';
import { connection, connectionOf, pageSize } from '../../graphql/connection.ts';
import { pageOf, reads } from '../../graphql/cost.ts';
import { momentCursor, placeOfCursor } from '../../graphql/cursor.ts';
import { resultField } from '../../graphql/resultField.ts';
import { achieveOnce } from '../mutations/services.ts';
import { localeEnum, mapTypeEnum, positionEnum } from '../vocabulary/enums.ts';
import { createMap } from './createMap.ts';
import { deleteMap, permitDeletion } from './deleteMap.ts';
import { journeyMapRef } from './JourneyMap.field.ts';
import { localizedTextRef } from './LocalizedText.field.ts';
import type { MapHandle } from './MapHandle.ts';
import type { MapOrder } from './MapRepository.ts';
import { parseVersion } from './mapVersion.ts';
import { listMaps, readMap } from './readMaps.ts';
import { searchWords } from './searchWords.ts';
import { mapPorts } from './services.ts';

/** Most maps of one page. */
const mapsFirstMax = 100;

const orderEnum = builder.enumType('MapOrder', {
  description: 'How maps are ordered; newest first.',
  values: {
    LAST_EDITED: {
      value: 'LAST_EDITED' satisfies MapOrder,
      description: 'By the last edit. A map that is edited meanwhile moves to the front.',
    },
    CREATED: {
      value: 'CREATED' satisfies MapOrder,
      description: 'By creation: never changes, so every map is met exactly once.',
    },
  },
});

const mapConnection = connectionOf('JourneyMap', journeyMapRef, 'when asked for');

builder.objectField('Workspace', 'maps', (t) =>
  t.field({
    type: mapConnection,
    description: 'Its maps. Answered without opening any of them unless you ask for their content.',
    extensions: pageOf(2, 1, 50),
    args: {
      first: t.arg.int({ description: `How many: 1 to ${mapsFirstMax}; 50 unless told.` }),
      after: t.arg.string({ description: 'Cursor to go on behind.' }),
      search: t.arg.string({ description: 'Words that all occur in the title, in either language.' }),
      orderBy: t.arg({ type: orderEnum, description: 'Which come first; `LAST_EDITED` unless told.' }),
    },
    resolve: async ({ id }, args, context) => {
      const size = pageSize(args.first, mapsFirstMax);
      const order: MapOrder = args.orderBy ?? 'LAST_EDITED';
      const { records, total } = await listMaps(mapPorts(context), context.actor, {
        workspaceId: id,
        words: searchWords(args.search ?? ''),
        order,
        after: placeOfCursor(args.after),
        limit: size,
      });
      return connection<MapHandle>({
        entries: records.map((record) => ({ id: record.id, record, view: null })),
        size,
        hasPreviousPage: args.after != null,
        totalCount: total,
        cursorOf: ({ id: mapId, record }) =>
          momentCursor({ at: order === 'CREATED' ? record.createdAt : record.lastEditedAt, id: mapId }),
      });
    },
  }),
);

builder.queryField('journeyMap', (t) =>
  t.field({
    type: journeyMapRef,
    description:
      'One map as its live documents are now. An absent map and one of another workspace both answer `NOT_FOUND`.',
    extensions: { ...reads(2), tellsVersion: true },
    args: {
      id: t.arg.id({ required: true, description: 'Id of the map.' }),
      minVersion: t.arg({
        type: 'MapVersion',
        description: 'Read at least this version: what a mutation answered as `mapVersion`.',
      }),
    },
    resolve: async (_root, { id, minVersion }, context) => {
      const wanted = minVersion == null ? undefined : parseVersion(minVersion);
      const map = await readMap(mapPorts(context), context.actor, id, wanted);
      if (map.view !== null) context.basis.tell(map.view);
      return map;
    },
  }),
);

type TemplateStage = (typeof templateStages)[(typeof stageKeys)[number]];

const templateEnum = builder.enumType('MapTemplateKey', {
  description: 'What a new map can begin as.',
  values: {
    OFFLINE: { value: 'offline', description: 'Three stages, for buying in a shop.' },
    DIGITAL: { value: 'digital', description: 'Five stages, from awareness to advocacy.' },
    BLANK: { value: 'blank', description: 'No stages.' },
  } satisfies Record<string, { value: TemplateKey; description: string }>,
});

const templateStageRef = builder.objectRef<TemplateStage>('MapTemplateStage').implement({
  description: 'A stage that a template brings.',
  fields: (t) => ({
    key: t.string({ description: 'Stable, e.g. `awareness`.', resolve: ({ key }) => key ?? '' }),
    name: t.field({
      type: localizedTextRef,
      description: 'Its name in both languages.',
      resolve: ({ name }) => ({ en: name.en ?? '', id: name.id ?? '' }),
    }),
    purpose: t.field({
      type: localizedTextRef,
      description: 'What the stage is for.',
      resolve: ({ purpose }) => ({ en: purpose?.en ?? '', id: purpose?.id ?? '' }),
    }),
    brandGoal: t.field({
      type: localizedTextRef,
      description: 'What the brand wants in it.',
      resolve: ({ brandGoal }) => ({ en: brandGoal?.en ?? '', id: brandGoal?.id ?? '' }),
    }),
    position: t.field({
      type: positionEnum,
      nullable: true,
      description: 'Where it stands to the purchase.',
      resolve: ({ position }) => position ?? null,
    }),
  }),
});

const templateRef = builder.objectRef<{ readonly key: TemplateKey }>('MapTemplate').implement({
  description: 'What a new map can begin as.',
  fields: (t) => ({
    key: t.expose('key', { type: templateEnum, description: 'Give it to `createMap`.' }),
    stages: t.field({
      type: [templateStageRef],
      description: 'Its stages in order.',
      resolve: ({ key }) => stagesOfTemplate[key].map((stage) => templateStages[stage]),
    }),
  }),
});

builder.queryField('mapTemplates', (t) =>
  t.field({
    type: [templateRef],
    description: 'What a new map can begin as.',
    resolve: () => templateKeys.map((key) => ({ key })),
  }),
);

/** A map that was just made. */
const createPayload = builder.objectRef<{ readonly map: MapHandle }>('CreateMapPayload').implement({
  description: 'The new map.',
  fields: (t) => ({ map: t.expose('map', { type: journeyMapRef, description: 'The new map.' }) }),
});

resultField({
  name: 'createMap',
  description: 'Makes a map from a template.',
  input: builder.inputType('CreateMapInput', {
    description: 'The new map.',
    fields: (t) => ({
      workspaceId: t.id({ required: true, description: 'The workspace it will belong to.' }),
      title: t.string({ required: true, description: 'Its title, in the language of `locale`.' }),
      template: t.field({ type: templateEnum, required: true, description: 'What it begins as.' }),
      type: t.field({
        type: mapTypeEnum,
        required: false,
        description: 'What it describes; `CURRENT_STATE` unless told.',
      }),
      locale: t.field({
        type: localeEnum,
        required: false,
        description: 'The language of the title; yours unless told.',
      }),
    }),
  }),
  payload: createPayload,
  repeatable: true,
  resolve: async ({ workspaceId, title, template, type, locale }, context, repeat) => {
    const input = {
      workspaceId,
      title,
      template,
      type: type ?? 'CURRENT_STATE',
      locale: locale ?? context.locale,
    } as const;
    return { map: await createMap(mapPorts(context), context.actor, input, repeat) };
  },
});

resultField({
  name: 'deleteMap',
  description: 'Deletes a map for good and closes it for everybody who has it open.',
  input: builder.inputType('DeleteMapInput', {
    description: 'Which map to delete.',
    fields: (t) => ({ mapId: t.id({ required: true, description: 'The map.' }) }),
  }),
  payload: builder.objectRef<{ readonly deletedId: string }>('DeleteMapPayload').implement({
    description: 'What is gone.',
    fields: (t) => ({ deletedId: t.exposeID('deletedId', { description: 'Id of the deleted map.' }) }),
  }),
  repeatable: true,
  // Once it is gone nobody can tell its workspace.
  resolve: ({ mapId }, context, repeat) => {
    const ports = mapPorts(context);
    const { actor } = context;
    return achieveOnce(
      context,
      { name: 'deleteMap', workspaceId: null, repeat, input: { mapId } },
      {
        may: () => permitDeletion(ports, actor, mapId),
        isDone: async () => (await ports.maps.findMany([mapId]))[0] === null,
      },
      async (isDone) => {
        // Its record went first, and its documents perhaps not.
        if (isDone) await ports.liveMaps.remove(mapId);
        else await deleteMap(ports, actor, mapId);
        return { deletedId: mapId };
      },
    );
  },
});
