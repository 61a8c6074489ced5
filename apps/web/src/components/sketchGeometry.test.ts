import { describe, expect, it } from 'vitest';
import { sampleSketch } from './sampleSketch.ts';
import { sketchGeometry } from './sketchGeometry.ts';

describe('the small drawing of a map', () => {
  it('keeps everything inside its frame', () => {
    const { width, height, stageBars, cells, cards } = sketchGeometry(sampleSketch);
    for (const box of [...stageBars, ...cells, ...cards]) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
    }
  });

  it('gives a stage as much room as it has steps, and one without steps room for one', () => {
    const { stageBars } = sketchGeometry({
      stages: [
        { colour: null, steps: 3 },
        { colour: null, steps: 0 },
      ],
      lanes: [],
      cells: [],
      emotionLine: [],
    });
    const [wide, narrow] = stageBars.map((box) => box.width + 3);
    expect(wide).toBeCloseTo(3 * (narrow ?? 0));
  });

  it('shows the lanes of a map that has no stages yet', () => {
    const { stageBars, cells } = sketchGeometry({
      stages: [],
      lanes: [{ kind: 'ACTION', colour: null }],
      cells: [[]],
      emotionLine: [],
    });
    expect([stageBars.length, cells.length]).toEqual([0, 1]);
  });

  it('draws a feeling only where one was given, higher for a better one', () => {
    const { points } = sketchGeometry({
      stages: [{ colour: null, steps: 3 }],
      lanes: [],
      cells: [],
      emotionLine: [-2, null, 2],
    });
    expect(points.map((point) => point.score)).toEqual([-2, 2]);
    expect(points[0]?.y).toBeGreaterThan(points[1]?.y ?? 0);
  });

  it('draws an empty map as an empty frame', () => {
    const drawn = sketchGeometry({ stages: [], lanes: [], cells: [], emotionLine: [1] });
    expect([drawn.stageBars, drawn.cells, drawn.cards, drawn.points]).toEqual([[], [], [], []]);
  });
});
