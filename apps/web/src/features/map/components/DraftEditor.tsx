'use client';

import { useTranslations } from 'next-intl';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import { pastedCards } from '../text/pastedCards.ts';

interface DraftEditorProps {
  readonly laneId: string;
  readonly columnId: string;
  readonly afterId: string | null;
  readonly label: string;
}

/**
 * A card that is being written for the first time. It is nobody's record yet: Enter makes it one and begins the next,
 * Escape leaves no trace, leaving the field keeps what was written.
 */
export function DraftEditor({ laneId, columnId, afterId, label }: DraftEditorProps) {
  const t = useTranslations('map');
  const { ui, whenLive, announcer, live } = useMapPage();
  const field = useRef<HTMLTextAreaElement>(null);
  const last = useRef(afterId);
  const closed = useRef(false);
  const [rows, setRows] = useState(1);
  last.current ??= afterId;

  useEffect(() => {
    field.current?.focus();
    field.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return () => live.get()?.setPresence({ typing: false });
  }, [live]);

  const add = (texts: readonly string[]) => {
    if (texts.length === 0) return;
    const locale = ui.get().contentLocale;
    const place = { laneId, columnId, afterId: last.current };
    whenLive((session) => {
      const ids = session.acts.addCards({ ...place, afterId: last.current }, texts, locale);
      last.current = ids.at(-1) ?? last.current;
      session.history.endStep();
    });
    announcer.say(t('announce.added', { count: texts.length, cell: label }));
  };

  const close = (focusCell: boolean) => {
    closed.current = true;
    ui.update((state) => ({
      ...state,
      editing: null,
      focus: focusCell ? { kind: 'cell', laneId, columnId } : state.focus,
    }));
  };

  const take = () => {
    const area = field.current;
    if (!area) return;
    const text = area.value.trim();
    area.value = '';
    setRows(1);
    add(text === '' ? [] : [text]);
    return text;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      close(true);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (take() === '') close(true);
    } else if (event.key === 'Tab' && !event.shiftKey && field.current?.value === '') {
      close(true);
    }
  };

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const texts = pastedCards(event.clipboardData.getData('text/plain'));
    if (texts.length < 2) return;
    event.preventDefault();
    const begun = field.current?.value.trim() ?? '';
    if (field.current) field.current.value = '';
    add(begun ? [begun, ...texts] : texts);
  };

  return (
    <div className="map-card map-draft">
      <textarea
        ref={field}
        className="map-card-text map-writing"
        rows={rows}
        maxLength={2000}
        aria-label={t('draft.label', { cell: label })}
        aria-describedby="map-draft-help"
        placeholder={t('draft.placeholder')}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onFocus={() => live.get()?.setPresence({ cell: { laneId, columnId } })}
        onInput={(event) => {
          live.get()?.setPresence({ typing: event.currentTarget.value !== '' });
        }}
        onBlur={() => {
          if (closed.current) return;
          take();
          close(false);
        }}
      />
    </div>
  );
}
