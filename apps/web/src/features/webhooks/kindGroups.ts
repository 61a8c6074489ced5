import type { JourneyEventKind } from '../../generated/graphql.ts';

/** What can happen, by what it happens to, in the order in which it is offered. */
export const kindGroups = {
  card: ['CARD_ADDED', 'CARD_EDITED', 'CARD_MOVED', 'CARD_TAGGED', 'CARD_DELETED', 'CARD_RESTORED'],
  emotion: ['EMOTION_CHANGED'],
  stage: [
    'STAGE_ADDED',
    'STAGE_RENAMED',
    'STAGE_EDITED',
    'STAGE_REORDERED',
    'STAGE_DELETED',
    'STAGE_RESTORED',
  ],
  step: ['STEP_ADDED', 'STEP_RENAMED', 'STEP_EDITED', 'STEP_MOVED', 'STEP_DELETED', 'STEP_RESTORED'],
  lane: ['LANE_ADDED', 'LANE_RENAMED', 'LANE_EDITED', 'LANE_REORDERED', 'LANE_DELETED', 'LANE_RESTORED'],
  persona: [
    'PERSONA_ADDED',
    'PERSONA_RENAMED',
    'PERSONA_EDITED',
    'PERSONA_REORDERED',
    'PERSONA_DELETED',
    'PERSONA_RESTORED',
  ],
  map: ['MAP_CREATED', 'MAP_RENAMED', 'MAP_TYPE_CHANGED', 'CHARTER_CHANGED', 'CURRENT_STATE_MAP_CHANGED'],
} as const satisfies Record<string, readonly JourneyEventKind[]>;

/** What something happens to. */
export type KindGroup = keyof typeof kindGroups;

/** The groups in their order. */
export const kindGroupNames: readonly KindGroup[] = [
  'card',
  'emotion',
  'stage',
  'step',
  'lane',
  'persona',
  'map',
];

/** Every kind that is offered, in the order of the groups. */
export const offeredKinds: readonly JourneyEventKind[] = kindGroupNames.flatMap((name) => [
  ...kindGroups[name],
]);
