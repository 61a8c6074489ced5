'use client';

import { Button } from '@jejak/ui/Button';
import { useTranslations } from 'next-intl';
import { useMapPage } from '../document/MapPage.ts';

interface PanelGoneProps {
  readonly kind: 'card' | 'stage' | 'step' | 'lane';
  readonly id: string;
}

/** Says that what the panel was about was deleted, and offers it back as it was. */
export function PanelGone({ kind, id }: PanelGoneProps) {
  const t = useTranslations('map');
  const { can, whenLive } = useMapPage();
  const mayRestore = kind === 'card' ? can.editContent : can.editStructure;
  const restore = () =>
    whenLive(({ acts, history }) => {
      history.gesture(() => acts.restore({ kind, ids: [id] }));
    });
  return (
    <>
      <p className="map-panel-note">{t('panel.gone')}</p>
      {mayRestore && <Button onClick={restore}>{t('command.restore')}</Button>}
    </>
  );
}
