'use client';

import { useTranslations } from 'next-intl';

/** Says that what the panel was about is no longer there. */
export function PanelGone() {
  const t = useTranslations('map');
  return <p className="map-panel-note">{t('panel.gone')}</p>;
}
