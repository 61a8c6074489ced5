import type { MapSketch } from '../../components/MapSketch.ts';

const lanes = ['ACTION', 'MOTIVATION', 'QUESTION', 'PAIN_POINT'].map((kind) => ({ kind, colour: null }));

function sketchOf(stageCount: number): MapSketch {
  return {
    stages: Array.from({ length: stageCount }, () => ({ colour: null, steps: 1 })),
    lanes,
    cells: [],
    emotionLine: [],
  };
}

/** What a map looks like that begins as one of the templates; the empty one has lanes without a stage. */
export const templateSketches = {
  DIGITAL: sketchOf(5),
  OFFLINE: sketchOf(3),
  BLANK: sketchOf(0),
} as const satisfies Record<string, MapSketch>;

/** Keys of the templates, the usual one first. */
export const templateKeys = ['DIGITAL', 'OFFLINE', 'BLANK'] as const;
