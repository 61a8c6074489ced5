'use client';

import type { Lane } from '@jejak/journey-model';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo, type ReactNode } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import { cardsIn, cellKey } from '../document/mapIndex.ts';
import { useStore } from '../document/useStore.ts';
import { foldedShown } from '../document/useTidyPage.ts';
import type { DropPlace } from '../geometry/dropPlace.ts';
import { carryPlace } from '../interactions/carry.ts';
import { CardView } from './CardView.tsx';
import { DraftEditor } from './DraftEditor.tsx';
import { LostCardNote } from './LostCardNote.tsx';
import { CellPresence } from './PresenceMarks.tsx';

interface CellProps {
  readonly laneId: string;
  readonly laneKind: Lane['kind'];
  readonly columnId: string;
  readonly columnIndex: number;
  /** The first column of a stage: it carries the line between stages. */
  readonly startsStage: boolean;
  readonly label: string;
  /** On another page, on a phone. */
  readonly off: boolean;
  /** The name of the column, which a phone shows in the cell. */
  readonly step: string;
}

/** The lane's head is column one. */
const firstColumnIndex = 2;

/** A cell of the grid: its cards, and behind them the place to add one. */
export const Cell = memo(function Cell(props: CellProps) {
  const { laneId, laneKind, columnId, columnIndex, startsStage, label, off, step } = props;
  const t = useTranslations('map');
  const { map, ui, can, people } = useMapPage();
  const key = cellKey(laneId, columnId);
  const cardIds = useStore(map, (index) => cardsIn(index, laneId, columnId));
  const unfolded = useStore(ui, (state) => state.unfolded.has(key));
  const draft = useStore(ui, (state) =>
    state.editing?.kind === 'draft' && state.editing.laneId === laneId && state.editing.columnId === columnId
      ? state.editing
      : null,
  );
  const place = useDropPlaceIn(laneId, columnId);
  // A map without a card says in each lane's first cell what belongs there.
  const hints = useStore(map, (index) => columnIndex === firstColumnIndex && index.cards.size === 0);

  const long = cardIds.length > foldedShown;
  const folds = long && !unfolded;
  // What others write is seen while they write it, folded or not.
  const lively = useStore(people, ({ byRecord }) =>
    folds ? cardIds.filter((id) => byRecord.has(id)).join(' ') : '',
  );
  const shown = folds
    ? cardIds.filter((id, at) => at < foldedShown || lively.split(' ').includes(id))
    : cardIds;
  const setUnfolded = (open: boolean) =>
    ui.update((state) => {
      const next = new Set(state.unfolded);
      if (open) next.add(key);
      else next.delete(key);
      return { ...state, unfolded: next };
    });
  const isDraftShown = draft?.cardId !== undefined && shown.includes(draft.cardId);
  const openDraft = () => ui.update((state) => ({ ...state, editing: { kind: 'draft', laneId, columnId } }));

  // One flat list with stable keys: a card that comes or goes beside it leaves the field one writes in where it is.
  const inCell: ReactNode[] = [];
  const addDraft = (afterId: string | null) => {
    if (!draft) return;
    const at = inCell.length;
    inCell.push(<DraftEditor key="draft" draft={draft} afterId={afterId} at={at} label={label} />);
  };
  if (place?.afterId === null) inCell.push(<DropMark key="drop" />);
  for (const cardId of shown) {
    if (cardId === draft?.cardId) {
      addDraft(null);
      continue;
    }
    inCell.push(<CardView key={cardId} cardId={cardId} laneKind={laneKind} />);
    if (place?.afterId === cardId) inCell.push(<DropMark key="drop" />);
    if (draft && draft.afterId === cardId && !isDraftShown) addDraft(cardId);
  }
  if (draft && !isDraftShown && !shown.some((id) => id === draft.afterId)) addDraft(cardIds.at(-1) ?? null);

  return (
    <div
      role="gridcell"
      className="map-cell"
      data-cell={key}
      data-starts-stage={startsStage || undefined}
      data-off={off || undefined}
      data-step={step}
      data-over={place ? true : undefined}
      data-blank={inCell.length === 0 || undefined}
      aria-colindex={columnIndex}
    >
      {inCell}
      {long && (
        <button type="button" className="map-more" aria-expanded={!folds} onClick={() => setUnfolded(folds)}>
          {folds ? t('cell.more', { count: cardIds.length - shown.length }) : t('cell.fewer')}
        </button>
      )}
      <LostCardNote laneId={laneId} columnId={columnId} />
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
      {hints && laneKind !== 'CUSTOM' && can.editContent && !draft && (
        <span className="map-hint" aria-hidden="true">
          {t(`lanePrompt.${laneKind}`)}
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
  const { ui, map, dropPlace } = useMapPage();
  const over = useStore(dropPlace, (place) =>
    place?.laneId === laneId && place.columnId === columnId ? place : null,
  );
  const carry = useStore(ui, (state) =>
    state.carry?.laneId === laneId && state.carry.columnId === columnId ? state.carry : null,
  );
  if (over) return over;
  return carry ? carryPlace(map.get(), carry) : null;
}
