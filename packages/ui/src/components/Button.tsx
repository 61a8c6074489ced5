import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { BusyDots } from './BusyDots.tsx';
import { joinClasses } from './joinClasses.ts';

/** How loudly a button speaks; a page has one primary button at most. */
export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger';

const tones: Record<ButtonTone, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong border-transparent',
  secondary: 'bg-raised text-ink border-line hover:border-line-strong',
  quiet: 'bg-transparent text-ink border-transparent hover:bg-hover',
  danger: 'bg-raised text-danger border-line hover:border-danger hover:bg-danger-soft',
};

/** The classes of a button, for links that look like one. */
export function buttonClasses(tone: ButtonTone = 'secondary', wide = false): string {
  return joinClasses(
    'inline-flex min-h-9 pointer-coarse:min-h-11 items-center justify-center gap-2 rounded-card border px-3.5 py-1.5',
    'text-center text-body font-medium transition-colors select-none',
    'disabled:cursor-not-allowed disabled:opacity-60',
    tones[tone],
    wide && 'w-full',
  );
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly tone?: ButtonTone;
  readonly wide?: boolean;
  /** Work is under way: further presses do nothing, but the button keeps the focus and its name. */
  readonly busy?: boolean;
  readonly icon?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button; `type="button"` unless told otherwise. */
export function Button({ tone, wide, busy, icon, className, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy ? true : rest['aria-disabled']}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
      className={joinClasses(buttonClasses(tone, wide), busy && 'cursor-progress', className)}
    >
      {busy ? <BusyDots /> : icon}
      {children}
    </button>
  );
}
