'use client';

import { Button } from '@jejak/ui/Button';
import { Select } from '@jejak/ui/Select';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';
import { wordsOf } from '../text/localized.ts';
import { BothLanguages } from './BothLanguages.tsx';
import { PanelGone } from './PanelGone.tsx';

/** A step: its names, the acts that take the customer on or end the journey (S23), and the stage it belongs to. */
export function StepPanel({ stepId }: { readonly stepId: string }) {
  const t = useTranslations('map');
  const { map, ui, can, whenLive } = useMapPage();
  const step = useStore(map, (index) => index.steps.get(stepId));
  const stages = useStore(map, (index) => index.snapshot.stages);
  const locale = useStore(ui, (state) => state.contentLocale);
  const [chosen, setStage] = useState(step?.stageId ?? '');
  // The stage of an unplaced step is gone.
  const stageId = stages.some(({ id }) => id === chosen) ? chosen : (stages[0]?.id ?? '');
  if (!step) return <PanelGone kind="step" id={stepId} />;
  return (
    <>
      <BothLanguages
        label={t('field.name')}
        recordId={stepId}
        field="name"
        text={step.name}
        editable={can.editStructure}
        singleLine
      />
      {(['advanceAct', 'exitAct'] as const).map((field) => (
        <BothLanguages
          key={field}
          label={t(`field.${field}`)}
          recordId={stepId}
          field={field}
          text={step[field]}
          editable={can.editStructure}
        />
      ))}
      {can.editStructure && (
        <div className="map-field">
          <Select
            label={t('field.stage')}
            value={stageId}
            options={stages.map((stage) => ({
              value: stage.id,
              label: wordsOf(stage.name, locale) || t('stage.unnamed'),
            }))}
            onChange={(event) => setStage(event.target.value)}
          />
          <Button
            disabled={stageId === step.stageId || stageId === ''}
            onClick={() => {
              const after = stages.find((stage) => stage.id === stageId)?.steps.at(-1)?.id ?? null;
              whenLive(({ acts }) => acts.moveStep(stepId, stageId, after));
            }}
          >
            {t('field.move')}
          </Button>
        </div>
      )}
    </>
  );
}
