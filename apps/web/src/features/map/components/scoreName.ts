import type { EmotionScore } from '@jejak/journey-model';

const names = { [-2]: 'minus2', [-1]: 'minus1', 0: 'zero', 1: 'plus1', 2: 'plus2' } as const;

/** The message key of a score. */
export function scoreName(score: EmotionScore): (typeof names)[EmotionScore] {
  return names[score];
}
