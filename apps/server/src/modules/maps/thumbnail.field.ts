import { builder } from '../../graphql/builder.ts';
import { listOf } from '../../graphql/cost.ts';
import { colourEnum, laneKindEnum } from '../vocabulary/enums.ts';
import { localizedTextRef } from './LocalizedText.field.ts';
import type { MapThumbnail } from './MapRecord.ts';

const stageRef = builder.objectRef<MapThumbnail['stages'][number]>('ThumbnailStage').implement({
  description: 'A stage of a thumbnail.',
  fields: (t) => ({
    name: t.expose('name', { type: localizedTextRef, description: 'Its name.' }),
    colour: t.expose('colour', { type: colourEnum, nullable: true, description: 'Its palette entry.' }),
    stepCount: t.exposeInt('steps', { description: 'How many steps it has.' }),
  }),
});

const laneRef = builder.objectRef<MapThumbnail['lanes'][number]>('ThumbnailLane').implement({
  description: 'A lane of a thumbnail.',
  fields: (t) => ({
    kind: t.expose('kind', { type: laneKindEnum, description: 'What the lane is for.' }),
    colour: t.expose('colour', { type: colourEnum, nullable: true, description: 'Its palette entry.' }),
  }),
});

/** The small picture of a map. */
export const thumbnailRef = builder.objectRef<MapThumbnail>('MapThumbnail').implement({
  description:
    'A map drawn small: counts and colours, with no text of a card. Follows the map within seconds.',
  fields: (t) => ({
    stages: t.field({
      type: [stageRef],
      description: 'Its stages in order.',
      extensions: listOf(1),
      resolve: ({ stages }) => [...stages],
    }),
    lanes: t.field({
      type: [laneRef],
      description: 'Its lanes in order.',
      extensions: listOf(1),
      resolve: ({ lanes }) => [...lanes],
    }),
    cells: t.field({
      type: t.listRef(t.listRef('Int')),
      description: 'Cards per lane and stage: `cells[lane][stage]`.',
      resolve: ({ cells }) => cells.map((row) => [...row]),
    }),
    emotionLine: t.field({
      type: t.listRef('Float', { nullable: true }),
      description: 'The mean emotion of each step in order, -2 to 2; null where nobody said.',
      resolve: ({ emotionLine }) => [...emotionLine],
    }),
    cardCount: t.exposeInt('cards', { description: 'How many cards the map has.' }),
    openQuestionCount: t.exposeInt('openQuestions', { description: 'Questions that nobody has resolved.' }),
  }),
});
