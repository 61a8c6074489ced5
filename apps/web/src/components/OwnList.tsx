import { Button } from '@jejak/ui/Button';
import { EmptyState } from '@jejak/ui/EmptyState';
import { type LucideIcon, Plus } from 'lucide-react';
import { type ReactNode, type Ref, useId } from 'react';

interface OwnListProps {
  readonly title: string;
  readonly empty: { readonly title: string; readonly text: string; readonly icon: LucideIcon };
  readonly add: {
    readonly label: string;
    readonly ref: Ref<HTMLButtonElement>;
    readonly onClick: () => void;
    /** Not while one is being made. */
    readonly isShown: boolean;
    /** Whether it is what to do next. */
    readonly isNext: boolean;
  };
  /** Rows. */
  readonly children: readonly ReactNode[];
}

/** What people made, with a way to make more; of nothing it says what it would be. */
export function OwnList({ title, empty, add, children }: OwnListProps) {
  const headingId = useId();
  if (children.length === 0) {
    if (!add.isShown) return null;
    return (
      <EmptyState
        title={empty.title}
        text={empty.text}
        picture={<empty.icon aria-hidden="true" className="size-8 text-muted" strokeWidth={1.5} />}
        action={
          <Button ref={add.ref} tone="primary" onClick={add.onClick}>
            {add.label}
          </Button>
        }
      />
    );
  }
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id={headingId} className="text-lead font-semibold">
          {title}
        </h2>
        {add.isShown && (
          <Button
            ref={add.ref}
            tone={add.isNext ? 'primary' : 'secondary'}
            icon={<Plus aria-hidden="true" className="size-4" />}
            onClick={add.onClick}
          >
            {add.label}
          </Button>
        )}
      </div>
      <ul className="divide-y divide-line rounded-panel border border-line bg-raised">{children}</ul>
    </section>
  );
}
