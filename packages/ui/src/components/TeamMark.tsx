import { type TeamKey, type TeamShape, teamLooks } from '../tokens/index.ts';

const paths: Record<TeamShape, string> = {
  circle: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13z',
  square: 'M3.5 2.5h9a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1z',
  triangle: 'M8 1.8a1 1 0 0 1 .87.5l6 10.6a1 1 0 0 1-.87 1.5H2a1 1 0 0 1-.87-1.5l6-10.6a1 1 0 0 1 .87-.5z',
  diamond:
    'M7.3 1.2a1 1 0 0 1 1.4 0l6.1 6.1a1 1 0 0 1 0 1.4l-6.1 6.1a1 1 0 0 1-1.4 0L1.2 8.7a1 1 0 0 1 0-1.4z',
  star: 'M8 .9l2.1 4.5 4.9.7-3.6 3.5.9 4.9L8 12.1l-4.3 2.4.9-4.9L1 6.1l4.9-.7z',
};

interface TeamMarkProps {
  readonly team: TeamKey;
  /** Side in pixels. */
  readonly size?: number;
  /** The team's name where no text beside it says so. */
  readonly label?: string;
}

/** A team's colour and shape, always together. */
export function TeamMark({ team, size = 12, label }: TeamMarkProps) {
  const look = teamLooks[team];
  const shape = <path d={paths[look.shape]} fill={look.colour} />;
  if (label === undefined) {
    return (
      <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" className="shrink-0">
        {shape}
      </svg>
    );
  }
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" role="img" aria-label={label} className="shrink-0">
      <title>{label}</title>
      {shape}
    </svg>
  );
}
