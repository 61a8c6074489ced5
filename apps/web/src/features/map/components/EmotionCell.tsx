'use client';

import { memo } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import { cellKey } from '../document/mapIndex.ts';
import { useStore } from '../document/useStore.ts';
import { EmotionDot } from './EmotionDot.tsx';
import { CellPresence } from './PresenceMarks.tsx';

interface EmotionCellProps {
  readonly laneId: string;
  readonly columnId: string;
  readonly stepId: string | null;
  readonly columnIndex: number;
  readonly startsStage: boolean;
  readonly label: string;
  /** On another page, on a phone. */
  readonly off: boolean;
  /** The name of the column, which a phone shows in the cell. */
  readonly step: string;
}

/** The feelings at one step. Enter goes in to the points, Escape comes back out to the grid. */
export const EmotionCell = memo(function EmotionCell(props: EmotionCellProps) {
  const { laneId, columnId, stepId, columnIndex, startsStage, label, off, step } = props;
  const { map } = useMapPage();
  const personas = useStore(map, (index) => index.snapshot.personas);
  return (
    <div
      role="gridcell"
      className="map-cell map-emotion-cell"
      data-cell={cellKey(laneId, columnId)}
      data-starts-stage={startsStage || undefined}
      data-off={off || undefined}
      data-step={step}
      data-target={`cell:${laneId}:${columnId}`}
      tabIndex={-1}
      aria-colindex={columnIndex}
    >
      <span className="sr-only">{label}</span>
      <div className="map-plot">
        {stepId &&
          personas.map((persona, at) => (
            <EmotionDot
              key={persona.id}
              stepId={stepId}
              personaId={persona.id}
              at={at}
              count={personas.length}
              columnId={columnId}
              laneId={laneId}
            />
          ))}
      </div>
      <CellPresence laneId={laneId} columnId={columnId} />
    </div>
  );
});
