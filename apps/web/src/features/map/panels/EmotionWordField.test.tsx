// @vitest-environment happy-dom
import type { LocalizedText } from '@jejak/journey-model';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EmotionWordField } from './EmotionWordField.tsx';

afterEach(cleanup);

function field() {
  const onWrite = vi.fn();
  const drawn = (word: LocalizedText) => (
    <EmotionWordField
      word={word}
      locale="en"
      label="word"
      placeholder="e.g. calm"
      autoFocus
      onWrite={onWrite}
    />
  );
  const { rerender } = render(drawn({ en: 'glad', id: '' }));
  const input = screen.getByLabelText<HTMLInputElement>('word');
  return { input, onWrite, remote: (en: string) => rerender(drawn({ en, id: 'lega' })) };
}

describe('the word for a feeling in the table', () => {
  it("[FIELD8] keeps the letters and the focus when a colleague's word comes", () => {
    const { input, onWrite, remote } = field();
    expect(document.activeElement).toBe(input);
    fireEvent.input(input, { target: { value: 'rel' } });
    remote('worried');
    expect(screen.getByLabelText('word')).toBe(input);
    expect(input.value).toBe('rel');
    fireEvent.input(input, { target: { value: 'relieved ' } });
    fireEvent.blur(input);
    expect(onWrite.mock.calls).toEqual([['relieved']]);
  });

  it("[FIELD8] shows a colleague's word to who only stands in it, and writes nothing back", () => {
    const { input, onWrite, remote } = field();
    remote('worried');
    expect(input.value).toBe('worried');
    fireEvent.blur(input);
    fireEvent.input(input, { target: { value: ' worried ' } });
    fireEvent.blur(input);
    expect([input.value, onWrite.mock.calls]).toEqual(['worried', []]);
  });
});
