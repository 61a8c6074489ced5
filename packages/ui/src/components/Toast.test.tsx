// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ToastMessage, ToastProvider, useToast } from './Toast.tsx';

function Trigger({ message }: { readonly message: ToastMessage }) {
  const toast = useToast();
  return (
    <button type="button" onClick={() => toast(message)}>
      tell
    </button>
  );
}

function show(message: ToastMessage): void {
  render(
    <ToastProvider closeLabel="Close" regionLabel="Messages">
      <Trigger message={message} />
    </ToastProvider>,
  );
  fireEvent.click(screen.getByText('tell'));
}

describe('a message', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it('appears in the live region and leaves by itself', () => {
    show({ text: 'Saved' });
    expect(screen.getByText('Saved').closest('[aria-live]')?.getAttribute('aria-live')).toBe('polite');
    act(() => vi.advanceTimersByTime(6000));
    expect(screen.queryByText('Saved')).toBeNull();
  });

  it('stays longer when there is more to read', () => {
    show({ text: 'a'.repeat(200) });
    act(() => vi.advanceTimersByTime(14_900));
    expect(screen.queryByText(/^a+$/)).not.toBeNull();
    act(() => vi.advanceTimersByTime(200));
    expect(screen.queryByText(/^a+$/)).toBeNull();
  });

  it('stays while somebody points at it', () => {
    show({ text: 'Saved' });
    const box = screen.getByText('Saved').parentElement;
    if (box) fireEvent.pointerEnter(box);
    act(() => vi.advanceTimersByTime(60_000));
    expect(screen.queryByText('Saved')).not.toBeNull();
  });

  it('offers its act and leaves with it', () => {
    const run = vi.fn();
    show({ text: 'Deleted', action: { label: 'Undo', run } });
    fireEvent.click(screen.getByText('Undo'));
    expect([run.mock.calls.length, screen.queryByText('Deleted')]).toEqual([1, null]);
  });
});
