import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { joinClasses } from './joinClasses.ts';

/** What a notice is about. */
export type NoticeTone = 'info' | 'positive' | 'warning' | 'danger';

const looks = {
  info: { classes: 'bg-accent-soft', mark: 'text-accent', Icon: Info },
  positive: { classes: 'bg-positive-soft', mark: 'text-positive', Icon: CircleCheck },
  warning: { classes: 'bg-warning-soft', mark: 'text-warning', Icon: TriangleAlert },
  danger: { classes: 'bg-danger-soft', mark: 'text-danger', Icon: CircleAlert },
} as const;

interface NoticeProps {
  readonly tone: NoticeTone;
  readonly children: ReactNode;
  /** Announced as soon as it appears; for what answers an act of the user. */
  readonly announced?: boolean;
}

/** A short message in the flow of a page. */
export function Notice({ tone, children, announced = false }: NoticeProps) {
  const { classes, mark, Icon } = looks[tone];
  return (
    <div
      role={announced ? (tone === 'danger' ? 'alert' : 'status') : undefined}
      className={joinClasses(
        'flex items-start gap-2.5 rounded-card px-3.5 py-2.5 text-body text-ink',
        classes,
      )}
    >
      <Icon aria-hidden="true" className={joinClasses('mt-[3px] size-[18px] shrink-0', mark)} />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
