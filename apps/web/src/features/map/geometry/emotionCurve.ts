import type { EmotionScore } from '@jejak/journey-model';
import { curveMonotoneX, line } from 'd3-shape';

/** Height of the plot and the room above and below the outermost lines, in CSS pixels. */
export const emotionPlot = { height: 168, inset: 28 } as const;

const span = emotionPlot.height - 2 * emotionPlot.inset;

/** The height at which a score is drawn: +2 on top. */
export function yOfScore(score: number): number {
  return emotionPlot.inset + ((2 - score) / 4) * span;
}

/** The score nearest to a height. */
export function scoreAtY(y: number): EmotionScore {
  const score = Math.round(2 - ((y - emotionPlot.inset) / span) * 4);
  return clampScore(score);
}

/** The nearest score there is. */
export function clampScore(score: number): EmotionScore {
  if (score <= -2) return -2;
  if (score >= 2) return 2;
  if (score === -1) return -1;
  if (score === 1) return 1;
  return 0;
}

/** One column of the curve; `score` null where nobody set one. */
export interface CurvePoint {
  readonly x: number;
  readonly score: number | null;
}

const draw = line<{ x: number; y: number }>()
  .x((point) => point.x)
  .y((point) => point.y)
  .curve(curveMonotoneX);

/** The path through all scored points, in order; it passes over columns without a score. */
export function curvePath(points: readonly CurvePoint[]): string {
  const scored: { x: number; y: number }[] = [];
  for (const point of points) if (point.score !== null) scored.push({ x: point.x, y: yOfScore(point.score) });
  return scored.length < 2 ? '' : (draw(scored) ?? '');
}
