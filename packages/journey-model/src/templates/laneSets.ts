import type { LaneKind, MapType } from '../vocabulary.ts';

const laneSets: { readonly [Type in MapType]: readonly LaneKind[] } = {
  CURRENT_STATE: ['ACTION', 'MOTIVATION', 'QUESTION', 'PAIN_POINT', 'EMOTION', 'TOUCHPOINT', 'CHANNEL'],
  FUTURE_STATE: [
    'ACTION',
    'MOTIVATION',
    'QUESTION',
    'PAIN_POINT',
    'EMOTION',
    'TOUCHPOINT',
    'CHANNEL',
    'OPPORTUNITY',
    'RESOURCE',
  ],
  DAY_IN_LIFE: ['ACTION', 'MOTIVATION', 'QUESTION', 'PAIN_POINT', 'EMOTION', 'OPPORTUNITY'],
  SERVICE_BLUEPRINT: ['EVIDENCE', 'ACTION', 'EMOTION', 'FRONTSTAGE', 'BACKSTAGE', 'SUPPORT', 'PAIN_POINT'],
};

/** The lanes a map of this type begins with, top to bottom (S27). */
export function laneSetFor(type: MapType): readonly LaneKind[] {
  return laneSets[type];
}
