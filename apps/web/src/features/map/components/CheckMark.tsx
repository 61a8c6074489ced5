'use client';

import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMapPage } from '../document/MapPage.ts';
import { elementsThere } from '../document/mapSummary.ts';
import { useStore } from '../document/useStore.ts';

/** In the corner of the grid: how many elements of a journey map are there, and the way to the check. */
export function CheckMark() {
  const t = useTranslations('map');
  const { map, ui } = useMapPage();
  const count = useStore(map, elementsThere);
  const name = t('check.mark', { count });
  return (
    <button
      type="button"
      className="map-text-button map-check-button"
      data-whole={count === 5 || undefined}
      aria-label={name}
      title={name}
      onClick={() => ui.update((state) => ({ ...state, panel: { kind: 'check' } }))}
    >
      <CircleCheck aria-hidden="true" size={16} />
      {t('check.markShort', { count })}
    </button>
  );
}
