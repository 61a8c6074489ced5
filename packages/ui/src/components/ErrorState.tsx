import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

interface ErrorStateProps {
  /** What happened. */
  readonly title: string;
  /** What is kept, and what to do. */
  readonly text: string;
  /** A line to quote when asking for help, with its id. */
  readonly reference?: string | undefined;
  readonly action?: ReactNode;
  readonly headingLevel?: 1 | 2 | 3;
}

/** A place that could not be shown. */
export function ErrorState({ title, text, reference, action, headingLevel = 2 }: ErrorStateProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center gap-4 px-4 py-12 text-center">
      <CircleAlert aria-hidden="true" className="size-8 text-danger" strokeWidth={1.5} />
      <div className="flex flex-col gap-1.5">
        <Heading className="text-lead font-semibold text-ink">{title}</Heading>
        <p className="text-body text-muted text-pretty">{text}</p>
        {reference && <p className="text-meta text-muted select-all">{reference}</p>}
      </div>
      {action && <div className="mt-1 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
