'use client';

import { useTranslations } from 'next-intl';
import { type CSSProperties, useEffect, useRef } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import { emotionKey } from '../document/mapIndex.ts';

interface EmotionWordEditorProps {
  readonly stepId: string;
  readonly personaId: string;
  readonly personaName: string;
  readonly style: CSSProperties;
  /** Focus goes back to the point. */
  readonly onDone: () => void;
}

/** The word for a feeling, written where it stands on the curve. */
export function EmotionWordEditor({ stepId, personaId, personaName, style, onDone }: EmotionWordEditorProps) {
  const t = useTranslations('map');
  const { map, ui, whenLive } = useMapPage();
  const field = useRef<HTMLInputElement>(null);
  const { contentLocale: locale } = ui.get();
  const before = map.get().emotions.get(emotionKey(stepId, personaId))?.word[locale] ?? '';
  const left = useRef(false);

  useEffect(() => field.current?.select(), []);

  const close = (keep: boolean) => {
    if (left.current) return;
    left.current = true;
    const text = field.current?.value.trim() ?? '';
    if (keep && text !== before) {
      whenLive(({ acts, history }) => {
        acts.setEmotionWord(stepId, personaId, locale, text);
        history.endStep();
      });
    }
    ui.update((state) => (state.editing?.kind === 'word' ? { ...state, editing: null } : state));
  };
  return (
    <input
      ref={field}
      className="map-word-input"
      style={style}
      lang={locale}
      maxLength={60}
      defaultValue={before}
      aria-label={t('emotion.wordFor', { persona: personaName })}
      placeholder={t('emotion.wordPlaceholder')}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
        event.preventDefault();
        close(event.key === 'Enter');
        onDone();
      }}
      onBlur={() => close(true)}
    />
  );
}
