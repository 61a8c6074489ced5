'use client';

import { Button } from '@jejak/ui/Button';
import { Skeleton } from '@jejak/ui/Skeleton';
import { useTranslations } from 'next-intl';
import { useMapPage } from '../document/MapPage.ts';
import { sidePanel } from '../lazy/parts.ts';
import { usePart } from '../lazy/usePart.ts';

/** The side panel, or its shape while its code is on its way, or why it did not come. */
export function PanelPart() {
  const t = useTranslations('map');
  const { ui } = useMapPage();
  const part = usePart(sidePanel);
  if (part.kind === 'ready') return <part.Part />;
  if (part.kind === 'failed') {
    return (
      <aside className="map-panel" aria-label={t('part.title')}>
        <div className="map-panel-body" role="alert">
          <p>{t('part.failed')}</p>
          <Button onClick={() => sidePanel.load()}>{t('part.again')}</Button>
          <Button tone="quiet" onClick={() => ui.update((state) => ({ ...state, panel: null }))}>
            {t('panel.close')}
          </Button>
        </div>
      </aside>
    );
  }
  return (
    <aside className="map-panel" aria-hidden="true">
      <div className="map-panel-head">
        <Skeleton className="h-6 w-32" />
      </div>
      <div className="map-panel-body">
        <Skeleton className="h-5 w-24" />
        <Skeleton className="h-14" />
        <Skeleton className="h-14" />
        <Skeleton className="h-5 w-24" />
        <Skeleton className="h-9" />
      </div>
    </aside>
  );
}
