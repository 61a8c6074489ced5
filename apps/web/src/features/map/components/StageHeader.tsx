'use client';

import { CircleHelp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type CSSProperties, memo } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';
import { shownText } from '../text/localized.ts';
import { FallbackMark } from './FallbackMark.tsx';
import { NameEditor } from './NameEditor.tsx';
import { EditingMark } from './PresenceMarks.tsx';
import { StageMenu } from './StageMenu.tsx';
import { StageQuestions } from './StageQuestions.tsx';
import { useEditingName } from './useEditingName.ts';

interface StageHeaderProps {
  readonly stageId: string;
  readonly span: number;
  readonly columnIndex: number;
  /** Another page, on a phone. */
  readonly off: boolean;
}

/** The head of a stage: its name and goal, the band before, at or after purchase, and its open questions. */
export const StageHeader = memo(function StageHeader({ stageId, span, columnIndex, off }: StageHeaderProps) {
  const t = useTranslations('map');
  const { map, ui, can } = useMapPage();
  const stage = useStore(map, (index) => index.stages.get(stageId));
  const locale = useStore(ui, (state) => state.contentLocale);
  const editing = useEditingName('stage', stageId);
  if (!stage) return null;
  const name = shownText(stage.name, locale);
  const goal = [stage.brandGoal, stage.purpose]
    .map((text) => shownText(text, locale))
    .find(({ text }) => text !== '');
  const style: CSSProperties & Record<'--mark' | '--span', string | number> = {
    '--mark': `var(--colour-${stage.colour ?? 'slate'})`,
    '--span': span,
  };
  const openDetails = () => ui.update((state) => ({ ...state, panel: { kind: 'stage', stageId } }));

  return (
    <div
      role="columnheader"
      className="map-stage"
      style={style}
      data-stage-id={stageId}
      data-off={off || undefined}
      data-record={stageId}
      data-target={`stage:${stageId}`}
      data-position={stage.position ?? undefined}
      tabIndex={-1}
      aria-colindex={columnIndex}
      aria-colspan={span}
    >
      <div className="map-stage-inner">
        <div className="map-head-line">
          {editing ? (
            <NameEditor record={{ kind: 'stage', id: stageId }} className="map-stage-name" />
          ) : (
            <h2
              className="map-stage-name"
              lang={name.locale}
              onDoubleClick={
                can.editStructure
                  ? () =>
                      ui.update((state) => ({
                        ...state,
                        editing: { kind: 'name', record: { kind: 'stage', id: stageId } },
                      }))
                  : undefined
              }
            >
              {name.text || t('stage.unnamed')}
            </h2>
          )}
          {name.isFallback && <FallbackMark locale={name.locale} />}
          <button
            type="button"
            className="map-quiet-button"
            tabIndex={-1}
            onClick={openDetails}
            aria-label={t('stage.details', { name: name.text })}
            title={t('stage.details', { name: name.text })}
          >
            <CircleHelp aria-hidden="true" size={16} />
          </button>
          {can.editStructure && <StageMenu stageId={stageId} />}
        </div>
        {goal && (
          <p className="map-stage-goal" lang={goal.locale}>
            {goal.text}
          </p>
        )}
        <div className="map-stage-foot">
          {stage.position && <p className="map-stage-band">{t(`position.${stage.position}`)}</p>}
          <StageQuestions stageId={stageId} narrow={span === 1} />
        </div>
      </div>
      <EditingMark recordId={stageId} />
    </div>
  );
});
