'use client';

import type { Locale, LocalizedText } from '@jejak/journey-model';
import { useEffect, useRef } from 'react';
import { otherLocale } from '../text/localized.ts';

interface EmotionWordFieldProps {
  readonly word: LocalizedText;
  readonly locale: Locale;
  readonly label: string;
  /** An example, where the other language has no word either. */
  readonly placeholder: string;
  readonly autoFocus: boolean;
  readonly onWrite: (text: string) => void;
}

/** The word for a feeling in one language; written when one leaves it, and left alone by others until then. */
export function EmotionWordField({
  word,
  locale,
  label,
  placeholder,
  autoFocus,
  onWrite,
}: EmotionWordFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const typed = useRef(false);
  const stored = word[locale];
  useEffect(() => {
    if (field.current && !typed.current) field.current.value = stored;
  }, [stored]);
  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus]);
  return (
    <input
      ref={field}
      className="map-input"
      lang={locale}
      aria-label={label}
      maxLength={60}
      defaultValue={stored}
      placeholder={word[otherLocale(locale)] || placeholder}
      onInput={() => {
        typed.current = true;
      }}
      onBlur={(event) => {
        const text = event.target.value.trim();
        const changed = typed.current && text !== stored;
        typed.current = false;
        if (changed) onWrite(text);
        else event.target.value = stored;
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur();
      }}
    />
  );
}
