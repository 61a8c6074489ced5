'use client';

import { Eye } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';

/** Says that one may look and not edit, and on demand what one may do instead. A notice that says more replaces it. */
export function ReadOnlyNote() {
  const t = useTranslations('map');
  const { can, saveState } = useMapPage();
  const stopped = useStore(saveState, ({ kind }) => kind === 'stopped');
  if (can.editContent || stopped) return null;
  return (
    <details className="map-read-only">
      <summary title={t('bar.readOnly')}>
        <Eye aria-hidden="true" size={16} />
        <span>{t('bar.readOnly')}</span>
      </summary>
      <p>{t('bar.readOnlyWhy')}</p>
    </details>
  );
}
