import { type InputHTMLAttributes, type Ref, useId } from 'react';
import { controlClasses, describedBy, Field } from './Field.tsx';
import { joinClasses } from './joinClasses.ts';

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly ref?: Ref<HTMLInputElement>;
}

/** One line of text with its label, hint and error tied to it. */
export function TextField({ label, hint, error, className, id: given, ...rest }: TextFieldProps) {
  const made = useId();
  const id = given ?? made;
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input
        {...rest}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        className={joinClasses(controlClasses, className)}
      />
    </Field>
  );
}
