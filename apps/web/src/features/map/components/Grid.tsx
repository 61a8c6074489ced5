'use client';

import type { Stage } from '@jejak/journey-model';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type CSSProperties, memo, useRef } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import { useStagePage } from '../document/stagePage.ts';
import { useStore } from '../document/useStore.ts';
import { useCardDrag } from '../interactions/useCardDrag.ts';
import { useGridFocus } from '../interactions/useGridFocus.ts';
import { useGridKeys } from '../interactions/useGridKeys.ts';
import { useGridPointer } from '../interactions/useGridPointer.ts';
import { useHeadHeight } from '../interactions/useHeadHeight.ts';
import { useHoldWriting } from '../interactions/useHoldWriting.ts';
import { useStagePages } from '../interactions/useStagePages.ts';
import { wordsOf } from '../text/localized.ts';
import { CheckMark } from './CheckMark.tsx';
import { ColumnHeader } from './ColumnHeader.tsx';
import { DragLayer } from './DragLayer.tsx';
import { EmotionRow } from './EmotionRow.tsx';
import { LaneRow } from './LaneRow.tsx';
import { StageHeader } from './StageHeader.tsx';
import { useAddStructure } from './useAddStructure.ts';

/** The map itself: stages across, lanes down, scrolled by the browser. */
export const Grid = memo(function Grid() {
  const t = useTranslations('map');
  const { map, ui, can } = useMapPage();
  const root = useRef<HTMLDivElement>(null);
  const stages = useStore(map, (index) => index.snapshot.stages);
  const columns = useStore(map, (index) => index.snapshot.columns);
  const lanes = useStore(map, (index) => index.snapshot.lanes);
  const title = useStore(map, (index) => index.snapshot.title);
  const locale = useStore(ui, (state) => state.contentLocale);
  const zoom = useStore(ui, (state) => state.zoom);
  const many = useStore(map, (index) => index.cards.size > 600);
  const add = useAddStructure();
  useGridFocus(root);
  useHoldWriting(root);
  const onKeyDown = useGridKeys();
  const pointer = useGridPointer();
  const dragLayer = useCardDrag(root);
  useStagePages(root);
  useHeadHeight(root);
  const page = useStagePage();

  const style: CSSProperties & Record<`--${string}`, string | number> = {
    '--map-columns': columns.length,
    '--page-start': Math.max(
      0,
      columns.findIndex((column) => column.stageId === page),
    ),
    '--page-columns': Math.max(1, columns.filter((column) => column.stageId === page).length),
    '--map-zoom': zoom,
  };

  return (
    <div className="map-scroll" ref={root} data-map-scroll style={style}>
      <div
        role="grid"
        className="map-grid"
        id="map-grid"
        aria-label={wordsOf(title, locale) || t('untitled')}
        aria-rowcount={lanes.length + 2}
        aria-colcount={columns.length + (can.editStructure ? 2 : 1)}
        aria-multiselectable={can.editContent || undefined}
        data-many={many || undefined}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        {...pointer}
      >
        <div role="rowgroup" className="map-head">
          <div role="row" className="map-row map-stage-row" aria-rowindex={1}>
            <div className="map-corner" />
            {stages.map((stage) => (
              <StageHeader
                key={stage.id}
                stageId={stage.id}
                off={stage.id !== page}
                span={Math.max(1, columns.filter((column) => column.stageId === stage.id).length)}
                columnIndex={columns.findIndex((column) => column.stageId === stage.id) + 2}
              />
            ))}
            {can.editStructure && (
              <div
                role="gridcell"
                aria-colindex={columns.length + 2}
                className="map-add-stage-cell"
                data-off={(stages.length > 0 && stages.at(-1)?.id !== page) || undefined}
              >
                <button
                  type="button"
                  className="map-add-stage"
                  onClick={() => add.stage()}
                  title={t('stage.add')}
                >
                  <Plus aria-hidden="true" size={16} />
                  <span>{t('stage.add')}</span>
                </button>
              </div>
            )}
          </div>
          <div role="row" className="map-row map-step-row" aria-rowindex={2}>
            <div role="gridcell" aria-colindex={1} className="map-corner">
              <CheckMark />
            </div>
            {columns.map((column, at) => (
              <ColumnHeader
                key={column.id}
                columnId={column.id}
                off={column.stageId !== page}
                columnIndex={at + 2}
                startsStage={columns[at - 1]?.stageId !== column.stageId}
              />
            ))}
          </div>
        </div>
        <div role="rowgroup" className="map-body">
          {lanes.map((lane, at) =>
            lane.kind === 'EMOTION' ? (
              <EmotionRow key={lane.id} laneId={lane.id} rowIndex={at + 3} />
            ) : (
              <LaneRow key={lane.id} laneId={lane.id} rowIndex={at + 3} />
            ),
          )}
        </div>
      </div>
      {can.editStructure && (
        <button type="button" className="map-add-lane" onClick={() => add.lane()}>
          <Plus aria-hidden="true" size={16} />
          {t('lane.add')}
        </button>
      )}
      {stages.length === 0 && <EmptyGrid stages={stages} />}
      <DragLayer layer={dragLayer} />
    </div>
  );
});

function EmptyGrid({ stages }: { readonly stages: readonly Stage[] }) {
  const t = useTranslations('map');
  const { can } = useMapPage();
  if (stages.length > 0) return null;
  return (
    <div className="map-empty">
      <p className="map-empty-title">{t('empty.title')}</p>
      <p>{can.editStructure ? t('empty.body') : t('empty.bodyReadOnly')}</p>
    </div>
  );
}
