'use client';

import { useTranslations } from 'next-intl';
import { type CSSProperties, memo } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';
import { shownText } from '../text/localized.ts';
import { FallbackMark } from './FallbackMark.tsx';
import { NameEditor } from './NameEditor.tsx';
import { EditingMark } from './PresenceMarks.tsx';
import { StepMenu } from './StepMenu.tsx';
import { useAddStructure } from './useAddStructure.ts';
import { useEditingName } from './useEditingName.ts';

interface ColumnHeaderProps {
  readonly columnId: string;
  readonly columnIndex: number;
  readonly startsStage: boolean;
  /** On another page, on a phone. */
  readonly off: boolean;
}

/** The head of a column: a step, or the stage as a whole. */
export const ColumnHeader = memo(function ColumnHeader({
  columnId,
  columnIndex,
  startsStage,
  off,
}: ColumnHeaderProps) {
  const t = useTranslations('map');
  const { map, ui, can } = useMapPage();
  const column = useStore(map, (index) => index.columns.get(columnId));
  const step = useStore(map, (index) => (column?.stepId ? index.steps.get(column.stepId) : undefined));
  const locale = useStore(ui, (state) => state.contentLocale);
  const editing = useEditingName('step', columnId);
  const add = useAddStructure();
  if (!column) return null;
  const name = step ? shownText(step.name, locale) : null;
  const label = name ? name.text || t('step.unnamed') : t('column.wholeStage');
  const style: CSSProperties & Record<'--mark', string> = {
    '--mark': step?.colour ? `var(--colour-${step.colour})` : 'transparent',
  };
  const rename = () =>
    ui.update((state) => ({ ...state, editing: { kind: 'name', record: { kind: 'step', id: columnId } } }));

  return (
    <div
      role="columnheader"
      className="map-column"
      style={style}
      data-step-id={step?.id}
      data-off={off || undefined}
      data-column-id={columnId}
      data-record={columnId}
      data-target={`column:${columnId}`}
      data-starts-stage={startsStage || undefined}
      tabIndex={-1}
      aria-colindex={columnIndex}
      aria-label={label}
    >
      {editing && step ? (
        <NameEditor record={{ kind: 'step', id: step.id }} className="map-column-name" />
      ) : (
        <h3
          className="map-column-name"
          lang={name?.locale}
          data-quiet={!name?.text || undefined}
          onDoubleClick={step && can.editStructure ? rename : undefined}
        >
          {label}
        </h3>
      )}
      {name?.isFallback && <FallbackMark locale={name.locale} />}
      {can.editStructure && step && <StepMenu stepId={step.id} />}
      {can.editStructure && !step && (
        <button
          type="button"
          className="map-text-button"
          tabIndex={-1}
          onClick={() => add.step(column.stageId)}
        >
          {t('step.add')}
        </button>
      )}
      <EditingMark recordId={columnId} />
    </div>
  );
});
