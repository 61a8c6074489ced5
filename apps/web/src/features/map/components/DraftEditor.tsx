'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import type { Editing } from '../document/PageState.ts';
import { useStore } from '../document/useStore.ts';
import { NewCard } from '../text/NewCard.ts';
import { pastedCards } from '../text/pastedCards.ts';
import { RemoteCarets } from './RemoteCarets.tsx';

interface DraftEditorProps {
  readonly draft: Extract<Editing, { kind: 'draft' }>;
  /** The card it stands behind. */
  readonly afterId: string | null;
  /** How many cards are in front; when that changes the field may have been put elsewhere on the page. */
  readonly at: number;
  readonly label: string;
}

const typingMs = 1500;

/**
 * A card that is being written for the first time. It becomes a record with its first letter, so that everybody sees it
 * grow; Enter keeps it and begins the next, Escape leaves no trace, leaving the field keeps what was written.
 */
export function DraftEditor({ draft, afterId, at, label }: DraftEditorProps) {
  const t = useTranslations('map');
  const { ui, whenLive, announcer, live, carets } = useMapPage();
  const session = useStore(live, (value) => value);
  const locale = useStore(ui, (state) => state.contentLocale);
  const field = useRef<HTMLTextAreaElement>(null);
  const closed = useRef(false);
  const { laneId, columnId, cardId } = draft;
  const place = useRef({ laneId, columnId, afterId });
  if (cardId === undefined) place.current = { laneId, columnId, afterId };

  /** Where the last of the lines stands that were written before the live document was here. */
  const chain = useRef<string | null>(null);
  const typing = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  /** The draft goes on as this card, or (null) as none yet. One that began behind a certain card stays behind it. */
  const goOn = (next: string | null, behind = draft.afterId) =>
    ui.update((state) =>
      state.editing?.kind === 'draft'
        ? {
            ...state,
            editing: {
              kind: 'draft',
              laneId,
              columnId,
              ...(draft.afterId === undefined || behind === undefined ? {} : { afterId: behind }),
              ...(next === null ? {} : { cardId: next }),
            },
          }
        : state,
    );
  const sayFull = () => announcer.say(t('announce.full'));
  const latest = useRef({ locale, goOn, sayFull });
  latest.current = { locale, goOn, sayFull };
  const fresh = useRef<NewCard | null>(null);
  fresh.current ??= new NewCard({
    begin: (session, text) => {
      const { locale, goOn, sayFull } = latest.current;
      const [id] = session.acts.addCards(place.current, [text], locale);
      if (id === undefined) sayFull();
      else goOn(id);
      return id ?? null;
    },
    bind: (session, id, area) =>
      session.bindText({ recordId: id, field: 'text', locale: latest.current.locale }, area),
    discard: (session, id) => session.discardCard(id),
  });

  const tell = useCallback(
    (isTyping: boolean) => {
      const area = field.current;
      const session = live.get();
      if (!area || !session || document.activeElement !== area) return;
      const recordId = fresh.current?.cardId;
      const { selectionStart: anchor, selectionEnd: head } = area;
      const name = `text.${latest.current.locale}`;
      // Should the cell vanish, the card goes on being written where it is shown then.
      if (recordId) carets.set(`${recordId}:${name}`, [anchor, head]);
      session.setPresence({
        editing: recordId ? { recordId, field: name, anchor, head } : null,
        typing: isTyping,
      });
    },
    [live, carets],
  );

  // The text typed before the live document was here becomes a card as soon as it is.
  useEffect(() => {
    if (!session || !field.current) return;
    fresh.current?.write(session, field.current);
    tell(false);
  }, [session, tell]);

  useLayoutEffect(() => {
    const area = field.current;
    // An edit of others can put the field elsewhere among the cards, and the browser then takes the focus from it.
    if (at >= 0 && area && document.activeElement === document.body) area.focus({ preventScroll: true });
  }, [at]);

  useEffect(() => {
    const area = field.current;
    area?.focus();
    area?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const card = fresh.current;
    return () => {
      clearTimeout(typing.current);
      card?.end('keep');
      live.get()?.setPresence({ editing: null, typing: false });
    };
  }, [live]);

  const write = () => {
    const session = live.get();
    if (session && field.current) fresh.current?.write(session, field.current);
    tell(true);
    clearTimeout(typing.current);
    typing.current = setTimeout(() => tell(false), typingMs);
  };

  const addAll = (texts: readonly string[], behind: string | null) => {
    const early = live.get() === null;
    whenLive(({ acts, history }) => {
      const afterId = early ? (chain.current ?? behind) : behind;
      const last = acts.addCards({ ...place.current, afterId }, texts, locale).at(-1);
      history.endStep();
      if (last === undefined) return;
      if (early) chain.current = last;
      goOn(null, last);
    });
  };

  /** Keeps what is written and empties the field, unless the map takes no more: then nothing is thrown away. */
  const keep = (): 'kept' | 'empty' | 'refused' => {
    const area = field.current;
    const text = area?.value.trim() ?? '';
    const id = fresh.current?.cardId ?? null;
    if (!area) return 'empty';
    if (text !== '' && id === null && live.get() !== null) {
      announcer.say(t('announce.full'));
      return 'refused';
    }
    fresh.current?.end(text === '' ? 'drop' : 'keep');
    area.value = '';
    if (text === '') return 'empty';
    if (id === null) addAll([text], place.current.afterId);
    else goOn(null, id);
    announcer.say(t('announce.added', { count: 1, cell: label }));
    live.get()?.setPresence({ editing: null, typing: false });
    return 'kept';
  };

  const close = (focusCell: boolean) => {
    closed.current = true;
    carets.clear();
    ui.update((state) => ({
      ...state,
      editing: state.editing?.kind === 'draft' ? null : state.editing,
      focus: focusCell ? { kind: 'cell', laneId, columnId } : state.focus,
    }));
  };

  const drop = () => {
    fresh.current?.end('drop');
    if (field.current) field.current.value = '';
    goOn(null);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const empty = field.current?.value === '';
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      event.preventDefault();
      if (!empty) drop();
      else if (event.shiftKey) live.get()?.history.redo();
      else live.get()?.history.undo();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      drop();
      close(true);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (keep() === 'empty') close(true);
    } else if (event.key === 'Tab' && !event.shiftKey && empty) close(true);
  };

  return (
    <div className="map-card map-draft">
      <span className="map-live">
        <textarea
          ref={field}
          className="map-card-text map-writing"
          rows={1}
          lang={locale}
          maxLength={2000}
          aria-label={t('draft.label', { cell: label })}
          placeholder={t('draft.placeholder')}
          onKeyDown={onKeyDown}
          onPaste={(event) => {
            const texts = pastedCards(event.clipboardData.getData('text/plain'));
            if (texts.length < 2) return;
            event.preventDefault();
            const begun = fresh.current?.cardId ?? null;
            keep();
            addAll(texts, begun ?? place.current.afterId);
            announcer.say(t('announce.added', { count: texts.length, cell: label }));
          }}
          onFocus={() => live.get()?.setPresence({ cell: { laneId, columnId } })}
          onInput={(event) => {
            if (event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing) return;
            write();
          }}
          onCompositionStart={() => fresh.current?.compositionStart()}
          onCompositionEnd={() => {
            fresh.current?.compositionEnd();
            write();
          }}
          onBlur={(event) => {
            // A field that an edit of others took off the page was not left by the person.
            if (closed.current || !event.currentTarget.isConnected) return;
            if (keep() !== 'refused') close(false);
          }}
        />
        {cardId && <RemoteCarets recordId={cardId} fieldName={`text.${locale}`} area={field} />}
      </span>
    </div>
  );
}
