'use client';

import type { Lane } from '@jejak/journey-model';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Fragment, memo } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import { cardsIn, cellKey } from '../document/mapIndex.ts';
import { useStore } from '../document/useStore.ts';
import { foldAbove, foldedShown } from '../document/useTidyPage.ts';
import type { DropPlace } from '../geometry/dropPlace.ts';
import { carryPlace } from '../interactions/carry.ts';
import { CardView } from './CardView.tsx';
import { DraftEditor } from './DraftEditor.tsx';
import { CellPresence } from './PresenceMarks.tsx';

interface CellProps {
  readonly laneId: string;
  readonly laneKind: Lane['kind'];
  readonly columnId: string;
  readonly columnIndex: number;
  /** The first column of a stage: it carries the line between stages. */
  readonly startsStage: boolean;
  readonly label: string;
}

/** A cell of the grid: its cards, and behind them the place to add one. */
export const Cell = memo(function Cell(props: CellProps) {
  const { laneId, laneKind, columnId, columnIndex, startsStage, label } = props;
  const t = useTranslations('map');
  const { map, ui, can } = useMapPage();
  const key = cellKey(laneId, columnId);
  const cardIds = useStore(map, (index) => cardsIn(index, laneId, columnId));
  const unfolded = useStore(ui, (state) => state.unfolded.has(key));
  const draft = useStore(ui, (state) =>
    state.editing?.kind === 'draft' && state.editing.laneId === laneId && state.editing.columnId === columnId
      ? state.editing
      : null,
  );
  const place = useDropPlaceIn(laneId, columnId);

  const folds = cardIds.length > foldAbove && !unfolded;
  const shown = folds ? cardIds.slice(0, foldedShown) : cardIds;
  const unfold = () => ui.update((state) => ({ ...state, unfolded: new Set([...state.unfolded, key]) }));
  const openDraft = () => ui.update((state) => ({ ...state, editing: { kind: 'draft', laneId, columnId } }));

  return (
    // biome-ignore lint/a11y/useFocusableInteractive: focus roves over the cards and the add button inside the cell
    // biome-ignore lint/a11y/useSemanticElements: a div grid: a table cannot hold sticky rows of cards that scroll natively
    <div
      role="gridcell"
      className="map-cell"
      data-cell={key}
      data-starts-stage={startsStage || undefined}
      data-over={place ? true : undefined}
      aria-colindex={columnIndex}
    >
      {place?.afterId === null && <DropMark />}
      {shown.map((cardId) => (
        <Fragment key={cardId}>
          <CardView cardId={cardId} laneKind={laneKind} />
          {place?.afterId === cardId && <DropMark />}
          {draft?.afterId === cardId && (
            <DraftEditor laneId={laneId} columnId={columnId} afterId={cardId} label={label} />
          )}
        </Fragment>
      ))}
      {folds && (
        <button type="button" className="map-more" onClick={unfold}>
          {t('cell.more', { count: cardIds.length - shown.length })}
        </button>
      )}
      {draft && draft.afterId === undefined && (
        <DraftEditor laneId={laneId} columnId={columnId} afterId={cardIds.at(-1) ?? null} label={label} />
      )}
      {can.editContent && !draft && (
        <button
          type="button"
          className="map-add"
          data-target={`cell:${laneId}:${columnId}`}
          data-empty={cardIds.length === 0 || undefined}
          tabIndex={-1}
          onClick={openDraft}
          aria-label={t('cell.add', { cell: label })}
        >
          <Plus aria-hidden="true" size={16} />
        </button>
      )}
      {!can.editContent && (
        <span className="map-still" data-target={`cell:${laneId}:${columnId}`} tabIndex={-1}>
          <span className="sr-only">{t('cell.end', { count: cardIds.length })}</span>
        </span>
      )}
      <CellPresence laneId={laneId} columnId={columnId} />
    </div>
  );
});

function DropMark() {
  return <div className="map-drop-mark" aria-hidden="true" />;
}

/** The place in this cell where the cards now in the air would go. */
function useDropPlaceIn(laneId: string, columnId: string): DropPlace | null {
  const { ui, map } = useMapPage();
  const over = useStore(ui, (state) =>
    state.drag?.over?.laneId === laneId && state.drag.over.columnId === columnId ? state.drag.over : null,
  );
  const carry = useStore(ui, (state) =>
    state.carry?.laneId === laneId && state.carry.columnId === columnId ? state.carry : null,
  );
  if (over) return over;
  return carry ? carryPlace(map.get(), carry) : null;
}
