const zonePx = 56;
const speedMax = 18;

/** How fast to scroll, in pixels per frame, when something is held near an edge; 0 away from both. */
export function edgeSpeed(at: number, from: number, to: number): number {
  const zone = Math.min(zonePx, (to - from) / 4);
  if (zone <= 0) return 0;
  if (at < from + zone) return -Math.ceil(speedMax * Math.min(1, (from + zone - at) / zone));
  if (at > to - zone) return Math.ceil(speedMax * Math.min(1, (at - to + zone) / zone));
  return 0;
}
