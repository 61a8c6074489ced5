import type { Card } from '@jejak/journey-model';
import type { GridTarget } from '../geometry/gridTarget.ts';
import type { MapIndex } from './mapIndex.ts';
import { summaryOf } from './mapSummary.ts';

function isOpen({ kind, resolved }: Card): boolean {
  return kind === 'QUESTION' && !resolved;
}

/** The first open question of a stage in reading order; null when none is open. */
export function firstOpenQuestion({ snapshot, columns }: MapIndex, stageId: string): string | null {
  const card = snapshot.cards.find(
    (each) => isOpen(each) && columns.get(each.place.columnId)?.stageId === stageId,
  );
  return card?.id ?? null;
}

/**
 * Where somebody who asks for an open question goes: from a question to the next one, and from its stage's head to the
 * stage's own; from anywhere else to the stage with the most.
 */
export function nextOpenQuestion(index: MapIndex, focus: GridTarget | null): string | null {
  const open = index.snapshot.cards.filter(isOpen);
  const at = focus?.kind === 'card' ? open.findIndex(({ id }) => id === focus.cardId) : -1;
  if (at >= 0) return open[(at + 1) % open.length]?.id ?? null;
  const most = summaryOf(index).mostQuestionsStageId;
  const here = focus?.kind === 'stage' ? firstOpenQuestion(index, focus.stageId) : null;
  return here ?? (most === null ? null : firstOpenQuestion(index, most));
}
