'use client';

import type { Locale } from '@jejak/journey-model';
import { type FocusEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { findText } from '../document/findText.ts';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';
import type { TextBinding } from '../text/TextBinding.ts';
import { RemoteCarets } from './RemoteCarets.tsx';

/** A field of a record; `meta` is the map itself. */
export interface TextSource {
  readonly recordId: string;
  readonly field: string;
}

interface LiveTextAreaProps {
  readonly source: TextSource;
  readonly locale: Locale;
  readonly label: string;
  readonly className?: string;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly singleLine?: boolean;
  readonly id?: string;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly onBlur?: (event: FocusEvent<HTMLTextAreaElement>) => void;
}

const typingMs = 1500;

/** A text field bound to one language of a live text: others' letters appear while one writes. */
export function LiveTextArea(props: LiveTextAreaProps) {
  const { source, locale, label, className, placeholder, autoFocus = false, singleLine = false, id } = props;
  const { map, live, carets } = useMapPage();
  const session = useStore(live, (value) => value);
  const field = useRef<HTMLTextAreaElement>(null);
  const binding = useRef<TextBinding | null>(null);
  const fieldName = `${source.field}.${locale}`;
  const { recordId, field: sourceField } = source;
  const caretKey = `${recordId}:${fieldName}`;

  // Before the browser goes on to the next key: what is typed right after Enter belongs in here.
  useLayoutEffect(() => {
    const area = field.current;
    if (area && autoFocus) area.focus();
    if (!area || !session) return;
    const bound = session.bindText({ recordId, field: sourceField, locale }, area);
    binding.current = bound;
    if (autoFocus) {
      const [start, end] = carets.get(caretKey) ?? [area.value.length, area.value.length];
      area.setSelectionRange(start, end);
    }
    return () => {
      bound?.destroy();
      binding.current = null;
    };
  }, [session, recordId, sourceField, locale, autoFocus, carets, caretKey]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const area = field.current;
    if (!area || !session) return;
    const tell = (typing: boolean) => {
      if (document.activeElement !== area) return;
      carets.set(caretKey, [area.selectionStart, area.selectionEnd]);
      session.setPresence({
        editing: { recordId, field: fieldName, anchor: area.selectionStart, head: area.selectionEnd },
        typing,
      });
    };
    const onInput = () => {
      tell(true);
      clearTimeout(timer);
      timer = setTimeout(() => tell(false), typingMs);
    };
    const onSelect = () => tell(timer !== undefined && binding.current !== null);
    area.addEventListener('input', onInput);
    document.addEventListener('selectionchange', onSelect);
    return () => {
      clearTimeout(timer);
      area.removeEventListener('input', onInput);
      document.removeEventListener('selectionchange', onSelect);
      session.setPresence({ editing: null, typing: false });
    };
  }, [session, recordId, fieldName, carets, caretKey]);

  return (
    <span className="map-live">
      <textarea
        ref={field}
        id={id}
        rows={1}
        lang={locale}
        maxLength={singleLine ? 200 : 20_000}
        className={className}
        aria-label={label}
        placeholder={placeholder}
        // Until it is bound to the live text.
        defaultValue={findText(map.get(), { ...source, locale })?.text[locale]}
        readOnly={!session}
        onInput={() => binding.current?.input()}
        onCompositionStart={() => binding.current?.compositionStart()}
        onCompositionEnd={() => binding.current?.compositionEnd()}
        onKeyDown={(event) => {
          const undoKey = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
          if (undoKey) {
            // The browser's own undo knows nothing of what others wrote in between.
            event.preventDefault();
            event.stopPropagation();
            if (event.shiftKey) session?.history.redo();
            else session?.history.undo();
            return;
          }
          if (singleLine && event.key === 'Enter') event.preventDefault();
          props.onKeyDown?.(event);
        }}
        onBlur={(event) => {
          // A field that others' edit took off the page was not left by the person.
          if (!event.currentTarget.isConnected) return;
          carets.delete(caretKey);
          session?.setPresence({ editing: null, typing: false });
          session?.history.endStep();
          props.onBlur?.(event);
        }}
      />
      <RemoteCarets recordId={recordId} fieldName={fieldName} area={field} />
    </span>
  );
}
