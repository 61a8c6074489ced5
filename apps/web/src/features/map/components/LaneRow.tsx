'use client';

import { laneColours } from '@jejak/ui/tokens';
import { useTranslations } from 'next-intl';
import { type CSSProperties, memo, useId } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import { summaryOf } from '../document/mapSummary.ts';
import { useStagePage } from '../document/stagePage.ts';
import { useStore } from '../document/useStore.ts';
import { Cell } from './Cell.tsx';
import { LaneHeader } from './LaneHeader.tsx';
import { useColumnNames } from './useColumnNames.ts';

interface LaneRowProps {
  readonly laneId: string;
  readonly rowIndex: number;
}

/** A lane: the blueprint line above it if any, its head, then a cell for each column. */
export const LaneRow = memo(function LaneRow({ laneId, rowIndex }: LaneRowProps) {
  const t = useTranslations('map');
  const { map } = useMapPage();
  const lane = useStore(map, (index) => index.lanes.get(laneId));
  const columns = useStore(map, (index) => index.snapshot.columns);
  const line = useStore(map, (index) => summaryOf(index).lines.get(laneId));
  const lineId = useId();
  const names = useColumnNames();
  const page = useStagePage();
  if (!lane) return null;
  const colour = lane.colour ?? laneColours[lane.kind] ?? 'slate';
  const style: CSSProperties & Record<'--mark' | '--tint', string> = {
    '--mark': `var(--colour-${colour})`,
    '--tint': `var(--tint-${colour})`,
  };
  const laneName = names.lane(lane);
  return (
    <div
      role="row"
      className="map-row map-lane"
      style={style}
      aria-rowindex={rowIndex}
      data-lane-row={laneId}
    >
      {line && (
        // A row holds cells only: readers hear the line with the head of the lane below it.
        <div className="map-line" data-line={line} aria-hidden="true">
          <span id={lineId} className="map-line-name">
            {t(`blueprint.${line}`)}
          </span>
        </div>
      )}
      <LaneHeader laneId={laneId} describedBy={line && lineId} />
      {columns.map((column, at) => (
        <Cell
          key={column.id}
          laneId={laneId}
          laneKind={lane.kind}
          columnId={column.id}
          columnIndex={at + 2}
          off={column.stageId !== page}
          step={names.column(column)}
          startsStage={columns[at - 1]?.stageId !== column.stageId}
          label={t('cell.name', { lane: laneName, column: names.column(column) })}
        />
      ))}
    </div>
  );
});
