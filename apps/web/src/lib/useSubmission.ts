'use client';

import { type Failure, localFailure } from '@jejak/client';
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react';
import type { ApiResult } from './callApi.ts';
import { useErrorText } from './errorText.ts';

interface SubmissionOptions<T> {
  /** Fields that must not be empty, with the words that ask for them. */
  readonly required: Readonly<Record<string, string>>;
  /** Names under which the server speaks of a field of this form. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Fields that the form shows only once the server asked for them. */
  readonly revealed?: readonly string[];
  readonly send: (values: Readonly<Record<string, string>>) => Promise<ApiResult<T>>;
  readonly onDone: (value: T) => void;
  /** Success leads to another page: the button stays busy until it is there. */
  readonly leaves?: boolean;
}

/** What a form shows while and after it is sent. */
export interface Submission {
  readonly busy: boolean;
  /** Words for the whole form. */
  readonly formError: string | null;
  /** The failure behind `formError`, for an id to quote. */
  readonly failure: Failure | null;
  readonly fieldError: (name: string) => string | undefined;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
}

interface FocusWish {
  readonly form: HTMLFormElement;
  readonly names: readonly string[];
}

function focusFirst(wish: FocusWish | null): void {
  const first = Array.from(wish?.form.elements ?? []).find((element) =>
    wish?.names.includes(element.getAttribute('name') ?? ''),
  );
  if (first instanceof HTMLElement) first.focus();
}

/**
 * Sends a form: asks for what is missing, ties the server's answer to its field, moves the focus to the first
 * field at fault, and keeps everything that was typed.
 */
export function useSubmission<T>(options: SubmissionOptions<T>): Submission {
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [fieldErrors, setFieldErrors] = useState<Readonly<Record<string, string>>>({});
  const [toFocus, setToFocus] = useState<FocusWish | null>(null);
  const sending = useRef(false);
  // Once the field is there, which may have appeared with its error, and before anybody sees it without the focus.
  useLayoutEffect(() => focusFirst(toFocus), [toFocus]);

  const submit = async (form: HTMLFormElement) => {
    const values = Object.fromEntries(
      Array.from(new FormData(form).entries()).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : '',
      ]),
    );
    const missing = Object.entries(options.required).filter(([name]) => (values[name] ?? '').trim() === '');
    setFieldErrors(Object.fromEntries(missing));
    setFailure(null);
    if (missing.length > 0) return setToFocus({ form, names: missing.map(([name]) => name) });

    setBusy(true);
    const result = await options.send(values).catch(() => ({
      ok: false as const,
      failure: localFailure('UNREACHABLE', 'errors.unreachable'),
    }));
    if (!result.ok || !options.leaves) setBusy(false);
    if (result.ok) return options.onDone(result.value);
    const named = result.failure.field;
    const field = named === null ? null : (options.aliases?.[named] ?? named);
    if (field !== null && (field in values || options.revealed?.includes(field))) {
      setFieldErrors({ [field]: errorText(result.failure) });
      setToFocus({ form, names: [field] });
    } else {
      setFailure(result.failure);
    }
  };

  return {
    busy,
    failure,
    formError: failure === null ? null : errorText(failure),
    fieldError: (name) => fieldErrors[name],
    onSubmit(event) {
      event.preventDefault();
      // A second Enter while the first is on its way would send twice.
      if (sending.current) return;
      sending.current = true;
      void submit(event.currentTarget).finally(() => {
        sending.current = false;
      });
    },
  };
}
