import { joinClasses } from './joinClasses.ts';

/** What the status speaks of: its mark differs by shape as well as colour. */
export type StatusTone = 'saved' | 'saving' | 'offline' | 'stopped';

const marks: Record<StatusTone, { readonly colour: string; readonly path: string }> = {
  saved: { colour: 'text-positive', path: 'M3 8.5l3.2 3.2L13 4.8' },
  saving: { colour: 'text-muted', path: 'M3 8h.01M8 8h.01M13 8h.01' },
  offline: {
    colour: 'text-warning',
    path: 'M2 6.5a9 9 0 0 1 12 0M5 10a4.5 4.5 0 0 1 6 0M8 13h.01M2 2l12 12',
  },
  stopped: { colour: 'text-danger', path: 'M4 4l8 8M12 4l-8 8' },
};

interface StatusLineProps {
  readonly tone: StatusTone;
  readonly text: string;
  readonly className?: string;
}

/** Where the user's work is, in a few words; changes are announced politely. */
export function StatusLine({ tone, text, className }: StatusLineProps) {
  const mark = marks[tone];
  return (
    <span
      role="status"
      className={joinClasses('inline-flex items-center gap-1.5 text-meta text-muted', className)}
    >
      <svg
        width="14"
        height="14"
        viewBox="0 0 16 16"
        aria-hidden="true"
        className={joinClasses('shrink-0', mark.colour)}
      >
        <path
          d={mark.path}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {text}
    </span>
  );
}
