import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from 'react';
import { controlClasses, describedBy, Field } from './Field.tsx';
import { joinClasses } from './joinClasses.ts';

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** A small control at the end of the line, inside the field. */
  readonly trailing?: ReactNode;
  readonly ref?: Ref<HTMLInputElement>;
}

/** One line of text with its label, hint and error tied to it. */
export function TextField({ label, hint, error, trailing, className, id: given, ...rest }: TextFieldProps) {
  const made = useId();
  const id = given ?? made;
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <span className="relative block">
        <input
          {...rest}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, hint, error)}
          className={joinClasses(controlClasses, trailing ? 'pr-11 pointer-coarse:pr-13' : null, className)}
        />
        {trailing && <span className="absolute inset-y-0 right-0.5 flex items-center">{trailing}</span>}
      </span>
    </Field>
  );
}
