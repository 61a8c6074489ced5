import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** What this is. */
  readonly title: string;
  /** Why one wants it. */
  readonly text: string;
  /** The one next act. */
  readonly action?: ReactNode;
  /** An example, drawn. */
  readonly picture?: ReactNode;
  readonly headingLevel?: 1 | 2 | 3;
}

/** A place with nothing in it yet. */
export function EmptyState({ title, text, action, picture, headingLevel = 2 }: EmptyStateProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-4 px-4 py-12 text-center">
      {picture}
      <div className="flex flex-col gap-1.5">
        <Heading className="text-lead font-semibold text-ink">{title}</Heading>
        <p className="text-body text-muted text-pretty">{text}</p>
      </div>
      {action && <div className="mt-1 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
