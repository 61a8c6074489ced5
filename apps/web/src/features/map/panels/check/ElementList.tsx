'use client';

import type { Completeness } from '@jejak/journey-model';
import { Button } from '@jejak/ui/Button';
import { Circle, CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMapPage } from '../../document/MapPage.ts';
import { summaryOf } from '../../document/mapSummary.ts';
import { useStore } from '../../document/useStore.ts';
import { useCheckWays } from './useCheckWays.ts';

type Element = keyof Completeness;

const elements: readonly Element[] = ['persona', 'timeline', 'emotion', 'touchpoint', 'channel'];

/** The five elements of a journey map (S13): which are there, and for the others the place to add them. */
export function ElementList() {
  const t = useTranslations('map');
  const { map } = useMapPage();
  const { completeness } = useStore(map, summaryOf);
  const ways = useCheckWays();
  return (
    <ul className="map-check-list">
      {elements.map((element) => {
        const there = completeness[element];
        const way = there ? null : ways.element(element);
        const Mark = there ? CircleCheck : Circle;
        return (
          <li key={element} data-element={element} data-done={there || undefined}>
            <Mark aria-hidden="true" size={18} className="map-check-mark" />
            <div>
              <p>
                <strong>{t(`check.element.${element}`)}</strong>
                <span className="map-check-state">{t(there ? 'check.there' : 'check.missing')}</span>
              </p>
              {!there && <p className="map-panel-note">{t(`check.why.${element}`)}</p>}
              {way && <Button onClick={way}>{t(`check.add.${element}`)}</Button>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
