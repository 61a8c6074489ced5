'use client';

import { purchasePositions } from '@jejak/journey-model';
import { Select } from '@jejak/ui/Select';
import { useTranslations } from 'next-intl';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';
import { BothLanguages } from './BothLanguages.tsx';
import { PanelGone } from './PanelGone.tsx';

/** A stage: its names, what it is for, what the brand wants, and where it lies around the purchase. */
export function StagePanel({ stageId }: { readonly stageId: string }) {
  const t = useTranslations('map');
  const { map, can, whenLive } = useMapPage();
  const stage = useStore(map, (index) => index.stages.get(stageId));
  if (!stage) return <PanelGone kind="stage" id={stageId} />;
  const shared = { recordId: stageId, editable: can.editStructure };
  return (
    <>
      <BothLanguages {...shared} label={t('field.name')} field="name" text={stage.name} singleLine />
      <BothLanguages {...shared} label={t('field.purpose')} field="purpose" text={stage.purpose} />
      <BothLanguages {...shared} label={t('field.brandGoal')} field="brandGoal" text={stage.brandGoal} />
      <Select
        label={t('field.position')}
        value={stage.position ?? ''}
        disabled={!can.editStructure}
        options={[
          { value: '', label: t('field.none') },
          ...purchasePositions.map((position) => ({ value: position, label: t(`position.${position}`) })),
        ]}
        onChange={(event) => {
          const position = purchasePositions.find((candidate) => candidate === event.target.value) ?? null;
          whenLive(({ acts }) => acts.setStagePosition(stageId, position));
        }}
      />
    </>
  );
}
