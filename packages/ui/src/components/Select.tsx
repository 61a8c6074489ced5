import { ChevronDown } from 'lucide-react';
import { type Ref, type SelectHTMLAttributes, useId } from 'react';
import { controlClasses, describedBy, Field } from './Field.tsx';
import { joinClasses } from './joinClasses.ts';

/** One choice of a `Select`. */
export interface SelectOption<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
}

interface SelectProps extends SelectHTMLAttributes<HTMLSelectElement> {
  readonly label: string;
  /** The label is read out but not shown, where the place says it already. */
  readonly labelHidden?: boolean;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly options: readonly SelectOption[];
  readonly ref?: Ref<HTMLSelectElement>;
}

/** The system's own list of choices: right on every phone and with every reader. */
export function Select({
  label,
  labelHidden,
  hint,
  error,
  options,
  className,
  id: given,
  ...rest
}: SelectProps) {
  const made = useId();
  const id = given ?? made;
  const control = (
    <span className="relative block">
      <select
        {...rest}
        id={id}
        aria-label={labelHidden ? label : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        className={joinClasses(controlClasses, 'appearance-none pr-9', className)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  );
  if (labelHidden) return control;
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {control}
    </Field>
  );
}
