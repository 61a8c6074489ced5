'use client';

import type { Locale } from '@jejak/journey-model';
import { useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import { LiveTextArea } from './LiveTextArea.tsx';

interface CardEditorProps {
  readonly cardId: string;
  readonly locale: Locale;
}

/** Writes in a card where it stands; everybody sees each letter. */
export function CardEditor({ cardId, locale }: CardEditorProps) {
  const t = useTranslations('map');
  const { ui, carets } = useMapPage();

  const close = (next: 'card' | 'none') => {
    carets.clear();
    ui.update((state) => {
      if (state.editing?.kind !== 'card' || state.editing.cardId !== cardId) return state;
      return { ...state, editing: null, focus: next === 'card' ? { kind: 'card', cardId } : state.focus };
    });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)) {
      event.preventDefault();
      close('card');
    }
  };

  return (
    <LiveTextArea
      source={{ recordId: cardId, field: 'text' }}
      locale={locale}
      className="map-card-text map-writing"
      label={t('card.editLabel')}
      autoFocus
      onKeyDown={onKeyDown}
      onBlur={() => close('none')}
    />
  );
}
