'use client';

import { missingTranslations } from '@jejak/journey-model';
import { Notice } from '@jejak/ui/Notice';
import { useTranslations } from 'next-intl';
import { useMapPage } from '../../document/MapPage.ts';
import { elementsThere, summaryOf } from '../../document/mapSummary.ts';
import { useStore } from '../../document/useStore.ts';
import { ElementList } from './ElementList.tsx';
import { NoteList } from './NoteList.tsx';
import { TranslationList } from './TranslationList.tsx';

/** What the map has and what it lacks (S13), live; everything missing leads to where it is added. */
export function CheckPanel() {
  const t = useTranslations('map');
  const { map } = useMapPage();
  const { warnings } = useStore(map, summaryOf);
  const there = useStore(map, elementsThere);
  const whole = there === 5 && warnings.length === 0;
  const translated = useStore(map, ({ snapshot }) => whole && missingTranslations(snapshot).length === 0);
  return (
    <>
      {whole && (
        <Notice tone="positive">{t(translated ? 'check.allDone' : 'check.allButTranslations')}</Notice>
      )}
      <section className="map-check" aria-labelledby="map-check-elements">
        <h3 id="map-check-elements">{t('check.elements', { count: there })}</h3>
        <ElementList />
      </section>
      {warnings.length > 0 && (
        <section className="map-check" aria-labelledby="map-check-notes">
          <h3 id="map-check-notes">{t('check.notes')}</h3>
          <NoteList notes={warnings} />
        </section>
      )}
      <section className="map-check" aria-labelledby="map-check-texts">
        <h3 id="map-check-texts">{t('check.translations')}</h3>
        <TranslationList />
      </section>
    </>
  );
}
