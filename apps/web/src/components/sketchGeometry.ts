import { laneColours, type PaletteColour, paletteColours } from '@jejak/ui/tokens';
import type { MapSketch } from './MapSketch.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: PaletteColour;
}

/** Where everything of a small drawing stands, in its own units. */
export interface SketchGeometry {
  readonly width: number;
  readonly height: number;
  readonly stageBars: readonly Box[];
  readonly cells: readonly Box[];
  readonly cards: readonly Omit<Box, 'colour'>[];
  readonly points: readonly { readonly x: number; readonly y: number; readonly score: number }[];
}

const width = 320;
const edge = 14;
const gap = 3;
const bar = { y: 14, height: 6 };
const curve = { top: 30, bottom: 62 };
const row = { top: 72, height: 19, max: 4 };
const card = { width: 13, height: 9, inset: 5, gap: 3 };
const stageOrder: readonly PaletteColour[] = [
  'blue',
  'teal',
  'violet',
  'olive',
  'amber',
  'coral',
  'rose',
  'slate',
];

function named(colour: string | null, otherwise: PaletteColour): PaletteColour {
  return paletteColours.find((name) => name === colour) ?? otherwise;
}

/** Lays a map out small: stages by the number of their steps, the lanes that hold most, the feelings between. */
export function sketchGeometry(sketch: MapSketch): SketchGeometry {
  // A map without stages shows its lanes, as wide as it is.
  const columns = sketch.stages.length === 0 ? [1] : sketch.stages.map((stage) => Math.max(1, stage.steps));
  const unit =
    (width - 2 * edge + gap) /
    Math.max(
      1,
      columns.reduce((sum, count) => sum + count, 0),
    );
  let used = 0;
  const spans = columns.map((count) => {
    const x = edge + used * unit;
    used += count;
    return { x, width: count * unit - gap };
  });
  const stageBars = spans.slice(0, sketch.stages.length).map((span, index) => ({
    ...span,
    ...{ y: bar.y, height: bar.height },
    colour: named(sketch.stages[index]?.colour ?? null, stageOrder[index % stageOrder.length] ?? 'slate'),
  }));

  // The emotion lane is the curve itself.
  const rows = sketch.lanes
    .map((lane, index) => ({ lane, counts: sketch.cells[index] ?? [] }))
    .filter(({ lane }) => lane.kind !== 'EMOTION')
    .slice(0, row.max);
  const cells: Box[] = [];
  const cards: Omit<Box, 'colour'>[] = [];
  for (const [line, { lane, counts }] of rows.entries()) {
    const y = row.top + line * (row.height + gap);
    const colour = named(lane.colour, laneColours[lane.kind] ?? 'slate');
    for (const [index, span] of spans.entries()) {
      cells.push({ ...span, y, height: row.height, colour });
      const room = Math.max(
        1,
        Math.floor((span.width - 2 * card.inset + card.gap) / (card.width + card.gap)),
      );
      for (let nth = 0; nth < Math.min(room, counts[index] ?? 0); nth += 1) {
        cards.push({
          x: span.x + Math.min(card.inset, (span.width - card.width) / 2) + nth * (card.width + card.gap),
          y: y + (row.height - card.height) / 2,
          width: Math.min(card.width, span.width - 2),
          height: card.height,
        });
      }
    }
  }

  const steps = sketch.stages.flatMap((stage, index) =>
    Array.from({ length: stage.steps }, (_, nth) => (spans[index]?.x ?? edge) + (nth + 0.5) * unit - gap / 2),
  );
  const points = sketch.emotionLine.flatMap((score, index) => {
    const x = steps[index];
    if (score === null || x === undefined) return [];
    return [{ x, y: curve.top + ((2 - score) / 4) * (curve.bottom - curve.top), score }];
  });
  const height = row.top + Math.max(1, rows.length) * (row.height + gap) - gap + edge;
  return { width, height, stageBars, cells, cards, points };
}
