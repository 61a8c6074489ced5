'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';
import { shownText } from '../text/localized.ts';

/** All the chrome a projected map has: its name, and a way out for those without an Escape key. */
export function PresentBar() {
  const t = useTranslations('map');
  const { map, ui } = useMapPage();
  const title = useStore(map, (index) => index.snapshot.title);
  const locale = useStore(ui, (state) => state.contentLocale);
  const shown = shownText(title, locale);
  return (
    <header className="map-present-bar">
      <h1 lang={shown.locale}>{shown.text || t('untitled')}</h1>
      <button
        type="button"
        className="map-present-leave"
        aria-label={t('present.leave')}
        title={t('present.leave')}
        onClick={() => ui.update((state) => ({ ...state, presenting: false }))}
      >
        <X aria-hidden="true" size={20} />
      </button>
    </header>
  );
}
