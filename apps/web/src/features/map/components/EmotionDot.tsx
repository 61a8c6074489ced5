'use client';

import type { EmotionScore } from '@jejak/journey-model';
import { useTranslations } from 'next-intl';
import { type CSSProperties, type KeyboardEvent, memo, type PointerEvent, useRef, useState } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import { emotionKey } from '../document/mapIndex.ts';
import { useStore } from '../document/useStore.ts';
import { clampScore, emotionPlot, scoreAtY, yOfScore } from '../geometry/emotionCurve.ts';
import { shownText, wordsOf } from '../text/localized.ts';
import { EmotionFace } from './EmotionFace.tsx';
import { EmotionWordEditor } from './EmotionWordEditor.tsx';
import { scoreName } from './scoreName.ts';

interface EmotionDotProps {
  readonly stepId: string;
  readonly personaId: string;
  readonly laneId: string;
  readonly columnId: string;
  /** Which of how many personas: points of one step stand side by side. */
  readonly at: number;
  readonly count: number;
}

/** One persona's feeling at one step: a slider from −2 to +2, dragged or set with the arrow keys. */
export const EmotionDot = memo(function EmotionDot({
  stepId,
  personaId,
  laneId,
  columnId,
  at,
  count,
}: EmotionDotProps) {
  const t = useTranslations('map');
  const { map, ui, can, whenLive, live, announcer } = useMapPage();
  const point = useStore(map, (index) => index.emotions.get(emotionKey(stepId, personaId)));
  const persona = useStore(map, (index) => index.personas.get(personaId));
  const locale = useStore(ui, (state) => state.contentLocale);
  const wording = useStore(
    ui,
    ({ editing }) => editing?.kind === 'word' && editing.stepId === stepId && editing.personaId === personaId,
  );
  const button = useRef<HTMLButtonElement>(null);
  const [dragged, setDragged] = useState<EmotionScore | null>(null);
  const grip = useRef<{ pointerId: number; moved: boolean; startY: number } | null>(null);
  if (!persona) return null;

  const score = dragged ?? point?.score ?? null;
  const word = point ? shownText(point.word, locale) : null;
  const personaName = wordsOf(persona.name, locale) || t('persona.unnamed');
  const style: CSSProperties & Record<'--y' | '--shift', string> = {
    '--y': `${yOfScore(score ?? 0)}px`,
    '--shift': `${(at - (count - 1) / 2) * Math.min(36, 120 / Math.max(1, count))}px`,
  };
  const set = (next: EmotionScore | null) => {
    if (next === (point?.score ?? null)) return;
    whenLive((session) => session.acts.setEmotion(stepId, personaId, next));
  };

  const onPointerDown = (event: PointerEvent<HTMLButtonElement>) => {
    if (!can.editContent || event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { pointerId: event.pointerId, moved: false, startY: event.clientY };
    live.get()?.setPresence({ cell: { laneId, columnId } });
  };
  const onPointerMove = (event: PointerEvent<HTMLButtonElement>) => {
    const held = grip.current;
    if (!held || held.pointerId !== event.pointerId) return;
    if (!held.moved && Math.abs(event.clientY - held.startY) < 4) return;
    held.moved = true;
    const plot = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!plot) return;
    setDragged(scoreAtY(((event.clientY - plot.top) / plot.height) * emotionPlot.height));
  };
  const onPointerUp = (event: PointerEvent<HTMLButtonElement>) => {
    const held = grip.current;
    grip.current = null;
    if (!held || held.pointerId !== event.pointerId) return;
    if (held.moved && dragged !== null) set(dragged);
    else if (!held.moved && point?.score == null) set(0);
    setDragged(null);
  };
  const onPointerCancel = () => {
    grip.current = null;
    setDragged(null);
  };

  const writeWord = () => {
    if (can.editContent) {
      ui.update((state) => ({ ...state, editing: { kind: 'word', stepId, personaId } }));
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onPointerCancel();
      event.currentTarget.closest<HTMLElement>('[role="gridcell"]')?.focus();
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      event.stopPropagation();
      writeWord();
      return;
    }
    const wanted = keyedScore(event.key, point?.score ?? null);
    if (wanted === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (!can.editContent) return;
    set(wanted);
    announcer.say(wanted === null ? t('emotion.none') : t(`emotionScore.${scoreName(wanted)}`));
  };

  const valueText = score === null ? t('emotion.none') : t(`emotionScore.${scoreName(score)}`);
  return (
    <>
      <button
        ref={button}
        type="button"
        role="slider"
        className="map-dot"
        style={style}
        data-persona-id={personaId}
        data-step-id={stepId}
        data-record={emotionKey(stepId, personaId)}
        data-unset={score === null || undefined}
        data-dragging={dragged !== null || undefined}
        tabIndex={-1}
        aria-label={t('emotion.slider', { persona: personaName })}
        aria-orientation="vertical"
        aria-valuemin={-2}
        aria-valuemax={2}
        aria-valuenow={score ?? 0}
        aria-valuetext={word?.text ? `${valueText}, ${word.text}` : valueText}
        aria-readonly={!can.editContent || undefined}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerCancel}
        onKeyDown={onKeyDown}
        onDoubleClick={writeWord}
      >
        <EmotionFace score={score} />
        {word?.text && !wording && (
          <span className="map-dot-word" lang={word.locale}>
            {word.text}
          </span>
        )}
      </button>
      {wording && (
        <EmotionWordEditor
          stepId={stepId}
          personaId={personaId}
          personaName={personaName}
          style={style}
          onDone={() => button.current?.focus()}
        />
      )}
    </>
  );
});

/** The score a key asks for; undefined when the key means something else. */
function keyedScore(key: string, score: EmotionScore | null): EmotionScore | null | undefined {
  switch (key) {
    case 'ArrowUp':
      return clampScore((score ?? 0) + 1);
    case 'ArrowDown':
      return clampScore((score ?? 0) - 1);
    case 'Home':
      return -2;
    case 'End':
      return 2;
    case 'Delete':
    case 'Backspace':
      return null;
    default:
      return undefined;
  }
}
