'use client';

import { Notice } from '@jejak/ui/Notice';
import { useTranslations } from 'next-intl';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';

/** When the server will not take this page back: what happened, what is kept, what to do. */
export function StopNotice() {
  const t = useTranslations('map');
  const { saveState } = useMapPage();
  const state = useStore(saveState, (value) => value);
  if (state.kind !== 'stopped') return null;
  return (
    <div className="map-stop">
      <Notice tone="danger" announced>
        {t(`stopped.${state.reason}`)}{' '}
        <button type="button" className="map-link" onClick={() => window.location.reload()}>
          {t('stopped.reloadNow')}
        </button>
      </Notice>
    </div>
  );
}
