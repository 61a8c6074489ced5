'use client';

import { Pin, PinOff, Table2, UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type CSSProperties, memo } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import { emotionKey } from '../document/mapIndex.ts';
import { useStagePage } from '../document/stagePage.ts';
import { useStore } from '../document/useStore.ts';
import { curvePath, emotionPlot, yOfScore } from '../geometry/emotionCurve.ts';
import { wordsOf } from '../text/localized.ts';
import { EmotionCell } from './EmotionCell.tsx';
import { LaneHeader } from './LaneHeader.tsx';
import { useColumnNames } from './useColumnNames.ts';

/** The emotion lane: one curve per persona across the steps, its points in the cells. */
export const EmotionRow = memo(function EmotionRow({
  laneId,
  rowIndex,
}: {
  readonly laneId: string;
  readonly rowIndex: number;
}) {
  const t = useTranslations('map');
  const { map, ui, can } = useMapPage();
  const columns = useStore(map, (index) => index.snapshot.columns);
  const personas = useStore(map, (index) => index.snapshot.personas);
  const lane = useStore(map, (index) => index.lanes.get(laneId));
  const locale = useStore(ui, (state) => state.contentLocale);
  const names = useColumnNames();
  const page = useStagePage();
  const pinned = useStore(ui, (state) => state.emotionPinned);
  if (!lane) return null;
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--mark': `var(--colour-${lane.colour ?? 'slate'})`,
    '--tint': 'transparent',
    '--plot-height': `${emotionPlot.height}px`,
  };
  const open = (kind: 'emotions' | 'personas') => ui.update((state) => ({ ...state, panel: { kind } }));
  return (
    <div
      role="row"
      className="map-row map-lane map-emotion-row"
      style={style}
      aria-rowindex={rowIndex}
      data-lane-row={laneId}
      data-pinned={pinned || undefined}
    >
      <LaneHeader
        laneId={laneId}
        extra={
          <>
            <ul className="map-legend">
              {personas.map((persona, at) => (
                <li key={persona.id}>
                  <svg width="22" height="8" viewBox="0 0 22 8" aria-hidden="true">
                    <line x1="1" y1="4" x2="21" y2="4" className="map-curve" data-persona={at % 4} />
                  </svg>
                  {wordsOf(persona.name, locale) || t('persona.unnamed')}
                </li>
              ))}
            </ul>
            <button
              type="button"
              className="map-text-button map-pin"
              tabIndex={-1}
              aria-pressed={pinned}
              onClick={() => ui.update((state) => ({ ...state, emotionPinned: !pinned }))}
            >
              {pinned ? <PinOff aria-hidden="true" size={14} /> : <Pin aria-hidden="true" size={14} />}
              {t('command.pinEmotion')}
            </button>
            {personas.length > 0 ? (
              <button
                type="button"
                className="map-text-button"
                tabIndex={-1}
                onClick={() => open('emotions')}
              >
                <Table2 aria-hidden="true" size={14} />
                {t('emotion.asTable')}
              </button>
            ) : (
              can.editStructure && (
                <button type="button" className="map-text-button" onClick={() => open('personas')}>
                  <UserPlus aria-hidden="true" size={14} />
                  {t('emotion.needsPersona')}
                </button>
              )
            )}
          </>
        }
      />
      <EmotionCurves />
      {columns.map((column, at) => (
        <EmotionCell
          key={column.id}
          laneId={laneId}
          columnId={column.id}
          stepId={column.stepId}
          columnIndex={at + 2}
          off={column.stageId !== page}
          step={names.column(column)}
          startsStage={columns[at - 1]?.stageId !== column.stageId}
          label={t('cell.name', { lane: names.lane(lane), column: names.column(column) })}
        />
      ))}
    </div>
  );
});

/** The drawn curves; what they say is in the points, so assistive technology passes over them. */
function EmotionCurves() {
  const { map } = useMapPage();
  const columns = useStore(map, (index) => index.snapshot.columns);
  const personas = useStore(map, (index) => index.snapshot.personas);
  const emotions = useStore(map, (index) => index.emotions);
  if (columns.length === 0) return null;
  return (
    <svg
      className="map-curves"
      viewBox={`0 0 ${columns.length * 100} ${emotionPlot.height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {[-2, -1, 0, 1, 2].map((score) => (
        <line
          key={score}
          x1={0}
          x2={columns.length * 100}
          y1={yOfScore(score)}
          y2={yOfScore(score)}
          className="map-plot-line"
          data-zero={score === 0 || undefined}
        />
      ))}
      {personas.map((persona, at) => (
        <path
          key={persona.id}
          className="map-curve"
          data-persona={at % 4}
          d={curvePath(
            columns.map((column, index) => ({
              x: index * 100 + 50,
              score: emotions.get(emotionKey(column.stepId ?? '', persona.id))?.score ?? null,
            })),
          )}
        />
      ))}
    </svg>
  );
}
