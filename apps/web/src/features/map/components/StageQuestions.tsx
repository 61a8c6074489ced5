'use client';

import { Flag, MessageCircleQuestionMark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import { summaryOf } from '../document/mapSummary.ts';
import { firstOpenQuestion } from '../document/openQuestions.ts';
import { useStore } from '../document/useStore.ts';
import { selectOne } from '../interactions/selection.ts';

interface StageQuestionsProps {
  readonly stageId: string;
  /** There is room for a number only. */
  readonly narrow: boolean;
}

/** How many questions of a stage are open, and whether it is the one to deal with first (S25). Nothing when none is. */
export const StageQuestions = memo(function StageQuestions({ stageId, narrow }: StageQuestionsProps) {
  const t = useTranslations('map');
  const { map, ui } = useMapPage();
  const count = useStore(map, (index) => summaryOf(index).openQuestions.get(stageId) ?? 0);
  const most = useStore(map, (index) => summaryOf(index).mostQuestionsStageId === stageId);
  if (count === 0) return null;
  const Mark = most ? Flag : MessageCircleQuestionMark;
  const name = t(most ? 'questions.most' : 'questions.open', { count });
  const go = () => {
    const cardId = firstOpenQuestion(map.get(), stageId);
    if (cardId === null) return;
    ui.update((state) => ({ ...state, focus: { kind: 'card', cardId }, selection: selectOne(cardId) }));
  };
  return (
    <button
      type="button"
      className="map-questions"
      data-most={most || undefined}
      data-narrow={narrow || undefined}
      tabIndex={-1}
      aria-label={name}
      title={name}
      onClick={go}
    >
      <Mark aria-hidden="true" size={14} />
      <span className="map-questions-number">{count}</span>
      <span className="map-questions-words">
        {t(most ? 'questions.shortMost' : 'questions.short', { count })}
      </span>
    </button>
  );
});
