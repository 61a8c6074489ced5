'use client';

import { joinClasses } from '@jejak/ui/joinClasses';
import { CircleAlert } from 'lucide-react';
import { useId } from 'react';

/** One of several things that can be ticked, with what it means. */
export interface CheckChoice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly text?: string;
  /** What programs call it. */
  readonly code?: string;
  readonly lang?: string;
}

/** A longer list scrolls in itself. */
const unfoldedMax = 8;

interface CheckListProps<Value extends string> {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly choices: readonly CheckChoice<Value>[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
}

/** Things to tick, each explained; a long list scrolls. */
export function CheckList<Value extends string>(props: CheckListProps<Value>) {
  const { name, legend, hint, error, choices, chosen, onChange } = props;
  const id = useId();
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset className="min-w-0" aria-describedby={about === '' ? undefined : about}>
      <legend className="text-body font-medium">{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className="mt-0.5 text-meta text-muted">
          {hint}
        </p>
      )}
      <div
        className={joinClasses(
          'mt-1.5 divide-y divide-line rounded-panel border border-line bg-raised',
          choices.length > unfoldedMax && 'max-h-96 overflow-y-auto',
        )}
      >
        {choices.map(({ value, label, text, code, lang }, at) => (
          <label
            key={value}
            className="flex min-h-11 cursor-pointer items-start gap-2.5 px-3.5 py-2.5 transition-colors hover:bg-hover has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus"
          >
            <input
              type="checkbox"
              name={name}
              value={value}
              checked={chosen.includes(value)}
              onChange={({ target }) =>
                onChange(
                  choices
                    .map((choice) => choice.value)
                    .filter((each) => (each === value ? target.checked : chosen.includes(each))),
                )
              }
              aria-labelledby={`${id}-${at}`}
              aria-describedby={text ? `${id}-${at}-text` : undefined}
              className="mt-[3px] size-[18px] shrink-0 accent-accent outline-none"
            />
            <span className="flex min-w-0 flex-col gap-0.5">
              <span id={`${id}-${at}`} className="flex flex-wrap items-baseline gap-x-2">
                <span lang={lang} className="min-w-0 break-words">
                  {label}
                </span>
                {code && <code className="text-meta text-muted">{code}</code>}
              </span>
              {text && (
                <span id={`${id}-${at}-text`} className="text-meta text-muted text-pretty">
                  {text}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className="mt-1.5 flex items-start gap-1.5 text-meta text-danger">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
    </fieldset>
  );
}
