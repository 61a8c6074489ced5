import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { joinClasses } from './joinClasses.ts';

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  /** What it does: its accessible name and its tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that shows only an icon; its name is always there for those who ask. */
export function IconButton({ label, icon, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={joinClasses(
        'inline-flex size-9 pointer-coarse:size-11 shrink-0 items-center justify-center rounded-card text-muted',
        'transition-colors hover:bg-hover hover:text-ink aria-expanded:bg-hover aria-expanded:text-ink',
        'disabled:cursor-not-allowed disabled:opacity-60',
        className,
      )}
    >
      {icon}
    </button>
  );
}
