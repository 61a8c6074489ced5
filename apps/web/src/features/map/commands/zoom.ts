const steps = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2] as const;

/** The next zoom step up or down; the same at the end. */
export function stepZoom(zoom: number, by: 1 | -1): number {
  const next =
    by > 0 ? steps.find((step) => step > zoom + 0.001) : steps.findLast((step) => step < zoom - 0.001);
  return next ?? zoom;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The zoom at which the whole grid is seen, never larger than life and never too small to be made out. */
export function fitZoom(grid: Size, frame: Size): number {
  if (grid.width <= 0 || grid.height <= 0) return 1;
  const fit = Math.min(frame.width / grid.width, frame.height / grid.height, 1);
  return Math.max(steps[0], Math.floor(fit * 100) / 100);
}

/** The zoom after a turn of the wheel, within the bounds of the steps. */
export function zoomBy(zoom: number, deltaY: number): number {
  const next = zoom * Math.exp(-Math.max(-60, Math.min(60, deltaY)) / 300);
  return Math.round(Math.max(steps[0], Math.min(steps[steps.length - 1] ?? 2, next)) * 100) / 100;
}
