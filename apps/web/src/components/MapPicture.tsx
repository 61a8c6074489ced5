import { emotionColour } from '@jejak/ui/tokens';
import { emotionPath } from './emotionPath.ts';
import type { MapSketch } from './MapSketch.ts';
import { sketchGeometry } from './sketchGeometry.ts';

interface MapPictureProps {
  readonly sketch: MapSketch;
  /** What it shows, where no text beside it says so. */
  readonly label?: string;
}

/** A map drawn small: its stages as bars, the feelings as a line, its cards in their lanes. */
export function MapPicture({ sketch, label }: MapPictureProps) {
  const { width, height, stageBars, cells, cards, points } = sketchGeometry(sketch);
  const drawing = (
    <>
      {stageBars.map((box) => (
        <rect
          key={box.x}
          x={box.x}
          y={box.y}
          width={box.width}
          height={box.height}
          rx="2"
          fill={`var(--colour-${box.colour})`}
        />
      ))}
      {cells.map((box) => (
        <rect
          key={`${box.x} ${box.y}`}
          x={box.x}
          y={box.y}
          width={box.width}
          height={box.height}
          rx="2.5"
          fill={`var(--tint-${box.colour})`}
        />
      ))}
      {cards.map((box) => (
        <rect
          key={`${box.x} ${box.y}`}
          x={box.x}
          y={box.y}
          width={box.width}
          height={box.height}
          rx="1.5"
          fill="var(--raised)"
          stroke="var(--line-strong)"
          strokeOpacity="0.45"
          strokeWidth="0.75"
        />
      ))}
      {points.length > 1 && (
        <path
          d={emotionPath(points)}
          fill="none"
          stroke="var(--line-strong)"
          strokeWidth="1.5"
          strokeLinecap="round"
        />
      )}
      {points.map((point) => (
        <circle
          key={point.x}
          cx={point.x}
          cy={point.y}
          r="3.5"
          fill={emotionColour(point.score)}
          stroke="var(--raised)"
          strokeWidth="1.25"
        />
      ))}
    </>
  );
  const frame = { viewBox: `0 0 ${width} ${height}`, className: 'block h-auto w-full' };
  if (label === undefined) {
    return (
      <svg aria-hidden="true" {...frame}>
        {drawing}
      </svg>
    );
  }
  return (
    <svg role="img" aria-label={label} {...frame}>
      <title>{label}</title>
      {drawing}
    </svg>
  );
}
