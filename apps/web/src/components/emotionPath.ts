import { curveMonotoneX, line } from 'd3-shape';

interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

const draw = line<CurvePoint>(
  (point) => point.x,
  (point) => point.y,
).curve(curveMonotoneX);

/** A line through points that never swings beyond them, so that it claims no feeling nobody gave. */
export function emotionPath(points: readonly CurvePoint[]): string {
  return draw([...points]) ?? '';
}
