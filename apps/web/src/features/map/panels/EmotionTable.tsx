'use client';

import { emotionScores } from '@jejak/journey-model';
import { Button } from '@jejak/ui/Button';
import { Select } from '@jejak/ui/Select';
import { useTranslations } from 'next-intl';
import { EmotionFace } from '../components/EmotionFace.tsx';
import { scoreName } from '../components/scoreName.ts';
import { useAddStructure } from '../components/useAddStructure.ts';
import { useColumnNames } from '../components/useColumnNames.ts';
import { useMapPage } from '../document/MapPage.ts';
import { emotionKey } from '../document/mapIndex.ts';
import { useStore } from '../document/useStore.ts';
import { clampScore } from '../geometry/emotionCurve.ts';
import { shownText, wordsOf } from '../text/localized.ts';
import { EmotionWordField } from './EmotionWordField.tsx';

const noWord = { en: '', id: '' };

/** The emotion curve as a table (N10): the same values, read and changed row by row. */
export function EmotionTable() {
  const t = useTranslations('map');
  const { map, ui, can, whenLive } = useMapPage();
  const personas = useStore(map, (index) => index.snapshot.personas);
  const columns = useStore(map, (index) => index.snapshot.columns);
  const emotions = useStore(map, (index) => index.emotions);
  const locale = useStore(ui, (state) => state.contentLocale);
  const wanted = useStore(ui, ({ panel }) => panel?.at?.recordId);
  const names = useColumnNames();
  const add = useAddStructure();
  const firstStage = useStore(map, (index) => index.snapshot.stages[0]?.id);
  if (personas.length === 0) {
    return (
      <>
        <p className="map-panel-note">{t('persona.none')}</p>
        {can.editStructure && (
          <Button onClick={() => ui.update((state) => ({ ...state, panel: { kind: 'personas' } }))}>
            {t('persona.add')}
          </Button>
        )}
      </>
    );
  }
  if (!columns.some(({ stepId }) => stepId)) {
    return (
      <>
        <p className="map-panel-note">{t('emotion.noSteps')}</p>
        {can.editStructure && firstStage && (
          <Button onClick={() => add.step(firstStage)}>{t('step.add')}</Button>
        )}
      </>
    );
  }
  return personas.map((persona) => {
    const name = wordsOf(persona.name, locale) || t('persona.unnamed');
    return (
      <table key={persona.id} className="map-table">
        <caption>{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('field.step')}</th>
            <th scope="col">{t('emotion.score')}</th>
            <th scope="col">{t('emotion.word')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => {
            const { stepId } = column;
            if (!stepId) return null;
            const point = emotions.get(emotionKey(stepId, persona.id));
            const score = point?.score ?? null;
            const word = point ? shownText(point.word, locale) : null;
            return (
              <tr key={stepId}>
                <th scope="row">{names.column(column)}</th>
                <td>
                  <span className="map-score">
                    <EmotionFace score={score} size={20} />
                    <Select
                      label={t('emotion.scoreOf', { persona: name, step: names.column(column) })}
                      labelHidden
                      disabled={!can.editContent}
                      value={score === null ? '' : String(score)}
                      options={[
                        { value: '', label: t('emotion.none') },
                        ...emotionScores.map((value) => ({
                          value: String(value),
                          label: t(`emotionScore.${scoreName(value)}`),
                        })),
                      ]}
                      onChange={(event) => {
                        const { value } = event.target;
                        const next = value === '' ? null : clampScore(Number(value));
                        whenLive(({ acts }) => acts.setEmotion(stepId, persona.id, next));
                      }}
                    />
                  </span>
                </td>
                <td>
                  {can.editContent ? (
                    <EmotionWordField
                      key={locale}
                      word={point?.word ?? noWord}
                      locale={locale}
                      label={t('emotion.wordOf', { persona: name, step: names.column(column) })}
                      placeholder={t('emotion.wordPlaceholder')}
                      autoFocus={wanted === emotionKey(stepId, persona.id)}
                      onWrite={(text) =>
                        whenLive(({ acts, history }) => {
                          acts.setEmotionWord(stepId, persona.id, locale, text);
                          history.endStep();
                        })
                      }
                    />
                  ) : (
                    <span lang={word?.locale ?? locale}>{word?.text}</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    );
  });
}
