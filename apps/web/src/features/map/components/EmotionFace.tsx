import { emotionColour } from '@jejak/ui/tokens';

const mouths: Readonly<Record<number, string>> = {
  [-2]: 'M8 16.5c1.6-3 6.4-3 8 0',
  [-1]: 'M8.5 15.8c1.6-1.3 5.4-1.3 7 0',
  0: 'M8.5 15h7',
  1: 'M8.5 14.2c1.6 1.5 5.4 1.5 7 0',
  2: 'M8 13.6c1.6 3.2 6.4 3.2 8 0',
};

/** A face for a score: told by its mouth as much as by its colour. Without a score, an empty ring. */
export function EmotionFace({ score, size = 28 }: { readonly score: number | null; readonly size?: number }) {
  if (score === null) {
    return (
      <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="9" className="map-face-empty" />
        <path d="M12 8.5v7M8.5 12h7" className="map-face-plus" />
      </svg>
    );
  }
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      style={{ color: emotionColour(score) }}
    >
      <circle cx="12" cy="12" r="10.5" className="map-face" />
      <circle cx="8.8" cy="9.8" r="1.3" className="map-face-ink" />
      <circle cx="15.2" cy="9.8" r="1.3" className="map-face-ink" />
      <path d={mouths[score]} className="map-face-mouth" />
    </svg>
  );
}
