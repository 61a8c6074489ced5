import { type Ref, type TextareaHTMLAttributes, useId } from 'react';
import { controlClasses, describedBy, Field } from './Field.tsx';
import { joinClasses } from './joinClasses.ts';

interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text with their label, hint and error. */
export function TextArea({ label, hint, error, className, id: given, ...rest }: TextAreaProps) {
  const made = useId();
  const id = given ?? made;
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <textarea
        {...rest}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        className={joinClasses(controlClasses, 'resize-y py-2', className)}
      />
    </Field>
  );
}
