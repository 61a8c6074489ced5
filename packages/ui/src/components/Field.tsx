import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: ReactNode;
}

/** The ids of a field's hint and error, for `aria-describedby`; undefined when it has neither. */
export function describedBy(id: string, hint?: string, error?: string): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** The look shared by all controls one types or chooses in. */
export const controlClasses =
  'w-full min-h-10 pointer-coarse:min-h-11 rounded-card border border-line-strong bg-raised px-3 py-1.5 text-body text-ink ' +
  'placeholder:text-muted transition-colors hover:border-muted aria-invalid:border-danger ' +
  'disabled:opacity-60 disabled:cursor-not-allowed';

/** Label, hint, control and error in reading order. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-body font-medium text-ink">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="-mt-1 text-meta text-muted">
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-meta text-danger">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
    </div>
  );
}
