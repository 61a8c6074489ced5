import { joinClasses } from '@jejak/ui/joinClasses';
import type { ReactNode } from 'react';

/** One of several things to choose from, with what it means. */
export interface ChoiceCard<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly text: string;
  readonly picture?: ReactNode;
}

interface ChoiceCardsProps<Value extends string> {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly ChoiceCard<Value>[];
  readonly defaultValue: Value;
  readonly columns: 2 | 3;
}

/** A radio group whose choices explain themselves. */
export function ChoiceCards<Value extends string>({
  name,
  legend,
  choices,
  defaultValue,
  columns,
}: ChoiceCardsProps<Value>) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-body font-medium">{legend}</legend>
      <div className={joinClasses('grid gap-3', columns === 3 ? 'sm:grid-cols-3' : 'sm:grid-cols-2')}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="group relative flex cursor-pointer overflow-hidden sm:flex-col rounded-panel border border-line bg-raised transition-colors hover:border-line-strong has-checked:border-accent has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
          >
            {choice.picture && (
              <span className="flex w-28 shrink-0 items-center border-line p-1 max-sm:border-r sm:block sm:w-auto sm:border-b">
                {choice.picture}
              </span>
            )}
            <span className="flex items-start gap-2.5 px-3.5 py-3">
              <input
                type="radio"
                name={name}
                value={choice.value}
                defaultChecked={choice.value === defaultValue}
                aria-describedby={`${name}-${choice.value}-text`}
                className="mt-[3px] size-[18px] shrink-0 accent-accent outline-none"
              />
              <span className="flex min-w-0 flex-col gap-0.5">
                <span className="font-medium">{choice.label}</span>
                <span id={`${name}-${choice.value}-text`} className="text-meta text-muted text-pretty">
                  {choice.text}
                </span>
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
