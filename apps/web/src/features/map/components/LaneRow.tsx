'use client';

import { laneColours } from '@jejak/ui/tokens';
import { useTranslations } from 'next-intl';
import { type CSSProperties, memo } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import { useStagePage } from '../document/stagePage.ts';
import { useStore } from '../document/useStore.ts';
import { Cell } from './Cell.tsx';
import { LaneHeader } from './LaneHeader.tsx';
import { useColumnNames } from './useColumnNames.ts';

interface LaneRowProps {
  readonly laneId: string;
  readonly rowIndex: number;
}

/** A lane: its head, then a cell for each column. */
export const LaneRow = memo(function LaneRow({ laneId, rowIndex }: LaneRowProps) {
  const t = useTranslations('map');
  const { map } = useMapPage();
  const lane = useStore(map, (index) => index.lanes.get(laneId));
  const columns = useStore(map, (index) => index.snapshot.columns);
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
      <LaneHeader laneId={laneId} />
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
