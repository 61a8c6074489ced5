import { emotionScores } from '@jejak/journey-model';
import { describe, expect, it } from 'vitest';
import { curvePath, emotionPlot, scoreAtY, yOfScore } from './emotionCurve.ts';

describe('emotionCurve', () => {
  it('[FEEL1] a score is drawn at the height that means it, and every height means a score', () => {
    for (const score of emotionScores) expect(scoreAtY(yOfScore(score))).toBe(score);
    for (let y = -50; y <= emotionPlot.height + 50; y += 3) expect(emotionScores).toContain(scoreAtY(y));
    expect(yOfScore(2)).toBeLessThan(yOfScore(-2));
  });

  it('[FEEL2] the curve passes over steps without a score', () => {
    const path = curvePath([
      { x: 0, score: 0 },
      { x: 100, score: null },
      { x: 200, score: 2 },
    ]);
    expect(path.startsWith(`M0,${yOfScore(0)}`)).toBe(true);
    expect(path.endsWith(`200,${yOfScore(2)}`)).toBe(true);
    expect(path.includes('100,')).toBe(false);
    expect(curvePath([{ x: 0, score: 1 }])).toBe('');
  });
});
