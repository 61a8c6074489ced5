import type { MapSketch } from './MapSketch.ts';

/** The journey drawn where there is no map yet: a difficult middle and a good end. */
export const sampleSketch: MapSketch = {
  stages: [
    { colour: 'blue', steps: 2 },
    { colour: 'teal', steps: 2 },
    { colour: 'violet', steps: 3 },
    { colour: 'olive', steps: 2 },
    { colour: 'amber', steps: 2 },
  ],
  lanes: [
    { kind: 'ACTION', colour: null },
    { kind: 'MOTIVATION', colour: null },
    { kind: 'QUESTION', colour: null },
    { kind: 'PAIN_POINT', colour: null },
  ],
  cells: [
    [2, 2, 3, 2, 1],
    [1, 2, 1, 1, 2],
    [1, 3, 2, 0, 1],
    [0, 1, 3, 1, 0],
  ],
  emotionLine: [0, 1, 1, -1, -1, -2, -1, 1, 1, 2, 1],
};
