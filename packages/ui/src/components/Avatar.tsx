import type { TeamKey } from '../tokens/index.ts';
import { initialsOf } from './initialsOf.ts';
import { TeamMark } from './TeamMark.tsx';

interface AvatarProps {
  readonly name: string;
  readonly team: TeamKey;
  /** Side in pixels. */
  readonly size?: number;
  /** The name is written beside it already. */
  readonly decorative?: boolean;
}

/** A person: initials, with the mark of their team at the corner. */
export function Avatar({ name, team, size = 28, decorative = false }: AvatarProps) {
  const look = {
    className:
      'relative inline-flex shrink-0 items-center justify-center rounded-full border border-line bg-hover font-semibold text-ink',
    style: { width: size, height: size, fontSize: Math.max(10, size * 0.37) },
  };
  const inside = (
    <>
      <span aria-hidden="true">{initialsOf(name)}</span>
      <span className="absolute -right-1 -bottom-1 flex rounded-full bg-raised p-px" aria-hidden="true">
        <TeamMark team={team} size={Math.max(10, Math.round(size * 0.36))} />
      </span>
    </>
  );
  if (decorative) {
    return (
      <span aria-hidden="true" {...look}>
        {inside}
      </span>
    );
  }
  return (
    <span role="img" aria-label={name} title={name} {...look}>
      {inside}
    </span>
  );
}
