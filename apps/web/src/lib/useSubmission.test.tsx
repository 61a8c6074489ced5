// @vitest-environment happy-dom

import { localFailure } from '@jejak/client';
import errors from '@jejak/error-texts/en.json' with { type: 'json' };
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ApiResult } from './callApi.ts';
import { useSubmission } from './useSubmission.ts';

interface FormProps {
  readonly send: (values: Readonly<Record<string, string>>) => Promise<ApiResult<string>>;
  readonly onDone?: (value: string) => void;
}

function Form({ send, onDone = () => {} }: FormProps) {
  const submission = useSubmission({
    required: { email: 'Enter your email' },
    aliases: { 'input.email': 'email' },
    send,
    onDone,
  });
  return (
    <form onSubmit={submission.onSubmit}>
      <p>{submission.formError}</p>
      <input name="email" aria-label="email" />
      <em>{submission.fieldError('email')}</em>
      <button type="submit">{submission.busy ? 'busy' : 'send'}</button>
    </form>
  );
}

function show(props: FormProps): void {
  render(
    <NextIntlClientProvider locale="en" messages={{ errors }}>
      <Form {...props} />
    </NextIntlClientProvider>,
  );
}

const submit = () => fireEvent.submit(screen.getByRole('button').closest('form') ?? document.body);
const type = (value: string) => fireEvent.change(screen.getByLabelText('email'), { target: { value } });

function FormWithCode() {
  const [wanted, setWanted] = useState(false);
  const submission = useSubmission({
    required: {},
    revealed: ['code'],
    send: async () => {
      setWanted(true);
      return { ok: false, failure: localFailure('CODE', 'errors.setupCodeNeeded', 'code') };
    },
    onDone: () => {},
  });
  return (
    <form onSubmit={submission.onSubmit}>
      <p>{submission.formError}</p>
      {wanted && <input name="code" aria-label="code" />}
      <em>{submission.fieldError('code')}</em>
      <button type="submit">send</button>
    </form>
  );
}

describe('sending a form', () => {
  afterEach(cleanup);

  it('asks for what is missing and goes there, without asking the server', () => {
    const send = vi.fn();
    show({ send });
    type('   ');
    submit();
    expect(screen.getByText('Enter your email')).toBeTruthy();
    expect([document.activeElement, send.mock.calls.length]).toEqual([screen.getByLabelText('email'), 0]);
  });

  it('ties a failure to the field the server names, under whichever name', async () => {
    show({
      send: async () => ({ ok: false, failure: localFailure('TAKEN', 'errors.emailTaken', 'input.email') }),
    });
    type('ani@example.com');
    submit();
    await waitFor(() => expect(screen.getByText(errors.emailTaken).tagName).toBe('EM'));
    expect([document.activeElement, screen.getByText('send')]).toEqual([
      screen.getByLabelText('email'),
      screen.getByRole('button'),
    ]);
  });

  it('says of a failure of no field what it means for the whole form, and finds words for unknown ones', async () => {
    show({ send: async () => ({ ok: false, failure: localFailure('NEWER', 'errors.ofTheFuture') }) });
    type('ani@example.com');
    submit();
    await waitFor(() => expect(screen.getByText(errors.internal).tagName).toBe('P'));
  });

  it('keeps what was typed when the server cannot be reached', async () => {
    show({ send: () => Promise.reject(new Error('no network')) });
    type('ani@example.com');
    submit();
    await waitFor(() => expect(screen.getByText(errors.unreachable)).toBeTruthy());
    expect(screen.getByLabelText<HTMLInputElement>('email').value).toBe('ani@example.com');
  });

  it('goes to a field that appears only with the answer', async () => {
    render(
      <NextIntlClientProvider locale="en" messages={{ errors }}>
        <FormWithCode />
      </NextIntlClientProvider>,
    );
    submit();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('code')));
    expect(screen.getByText(errors.setupCodeNeeded).tagName).toBe('EM');
  });

  it('sends once however often it is asked to while on its way', async () => {
    let answer: (result: ApiResult<string>) => void = () => {};
    const send = vi.fn(() => new Promise<ApiResult<string>>((resolve) => (answer = resolve)));
    const onDone = vi.fn();
    show({ send, onDone });
    type('ani@example.com');
    submit();
    submit();
    await waitFor(() => expect(screen.getByText('busy')).toBeTruthy());
    answer({ ok: true, value: 'done' });
    await waitFor(() => expect(onDone.mock.calls).toEqual([['done']]));
    expect(send).toHaveBeenCalledTimes(1);
  });
});
