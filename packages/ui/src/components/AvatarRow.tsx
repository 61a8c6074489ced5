import type { TeamKey } from '../tokens/index.ts';
import { Avatar } from './Avatar.tsx';

/** Somebody in an `AvatarRow`. */
export interface AvatarPerson {
  readonly id: string;
  readonly name: string;
  readonly team: TeamKey;
}

interface AvatarRowProps {
  readonly people: readonly AvatarPerson[];
  /** What the row says, e.g. "Ani and Budi are in this map". */
  readonly label: string;
  readonly shownMax?: number;
  readonly size?: number;
}

/** Several people in one line; those beyond the limit become a count. Its label names everybody. */
export function AvatarRow({ people, label, shownMax = 4, size = 28 }: AvatarRowProps) {
  const shown = people.length > shownMax ? people.slice(0, shownMax - 1) : people;
  const more = people.length - shown.length;
  return (
    <span role="img" aria-label={label} title={label} className="inline-flex items-center gap-2">
      {shown.map((person) => (
        <Avatar key={person.id} name={person.name} team={person.team} size={size} decorative />
      ))}
      {more > 0 && (
        <span aria-hidden="true" className="text-meta font-medium text-muted tabular-nums">
          +{more}
        </span>
      )}
    </span>
  );
}
