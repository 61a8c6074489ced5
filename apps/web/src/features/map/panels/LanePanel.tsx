'use client';

import { useTranslations } from 'next-intl';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';
import { BothLanguages } from './BothLanguages.tsx';
import { PanelGone } from './PanelGone.tsx';

/** A lane: its names and the questions that fill it. */
export function LanePanel({ laneId }: { readonly laneId: string }) {
  const t = useTranslations('map');
  const { map, can } = useMapPage();
  const lane = useStore(map, (index) => index.lanes.get(laneId));
  if (!lane) return <PanelGone kind="lane" id={laneId} />;
  return (
    <>
      <BothLanguages
        label={t('field.name')}
        recordId={laneId}
        field="name"
        text={lane.name}
        editable={can.editStructure}
        singleLine
      />
      {lane.kind !== 'CUSTOM' && <p className="map-panel-note">{t(`lanePrompt.${lane.kind}`)}</p>}
    </>
  );
}
