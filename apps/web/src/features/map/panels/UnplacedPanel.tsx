'use client';

import { Button } from '@jejak/ui/Button';
import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useSurroundings } from '../commands/useSurroundings.ts';
import { CardView } from '../components/CardView.tsx';
import { useRemove } from '../components/useRemove.ts';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';
import { shownText } from '../text/localized.ts';
import { MoveTo } from './MoveTo.tsx';
import { StepPanel } from './StepPanel.tsx';

/** What lost its place when a stage, step or lane was deleted: nothing disappears, everything can be put back. */
export function UnplacedPanel() {
  const t = useTranslations('map');
  const { map, ui, can, whenLive } = useMapPage();
  const { offerBack } = useSurroundings();
  const remove = useRemove();
  const unplaced = useStore(map, (index) => index.snapshot.unplaced);
  const locale = useStore(ui, (state) => state.contentLocale);
  const removeCard = (cardId: string) =>
    whenLive(({ acts, history }) => {
      history.gesture(() => acts.deleteCards([cardId]));
      offerBack(1, () => {
        history.gesture(() => acts.restore({ kind: 'card', ids: [cardId] }));
      });
    });
  if (unplaced.cards.length + unplaced.steps.length === 0)
    return <p className="map-panel-note">{t('unplaced.none')}</p>;
  return (
    <>
      <p className="map-panel-note">{t('unplaced.why')}</p>
      {unplaced.steps.map((step) => {
        const shown = shownText(step.name, locale);
        const name = shown.text || t('step.unnamed');
        return (
          <section key={step.id} className="map-persona" aria-label={name}>
            <p lang={shown.text ? shown.locale : undefined}>{name}</p>
            <StepPanel stepId={step.id} />
            {can.editStructure && (
              <Button
                tone="quiet"
                icon={<Trash2 aria-hidden="true" size={16} />}
                onClick={() => remove({ kind: 'step', id: step.id }, name)}
              >
                {t('step.delete')}
              </Button>
            )}
          </section>
        );
      })}
      {unplaced.cards.map((card) => (
        <section key={card.id} className="map-persona">
          <CardView cardId={card.id} laneKind={card.kind} />
          {can.editContent && (
            <>
              <MoveTo card={card} />
              <Button
                tone="quiet"
                icon={<Trash2 aria-hidden="true" size={16} />}
                onClick={() => removeCard(card.id)}
              >
                {t('card.delete')}
              </Button>
            </>
          )}
        </section>
      ))}
    </>
  );
}
