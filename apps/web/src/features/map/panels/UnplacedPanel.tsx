'use client';

import { useTranslations } from 'next-intl';
import { CardView } from '../components/CardView.tsx';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';
import { shownText, wordsOf } from '../text/localized.ts';
import { MoveTo } from './MoveTo.tsx';
import { StepPanel } from './StepPanel.tsx';

/** What lost its place when a stage, step or lane was deleted: nothing disappears, everything can be put back. */
export function UnplacedPanel() {
  const t = useTranslations('map');
  const { map, ui, can } = useMapPage();
  const unplaced = useStore(map, (index) => index.snapshot.unplaced);
  const locale = useStore(ui, (state) => state.contentLocale);
  if (unplaced.cards.length + unplaced.steps.length === 0)
    return <p className="map-panel-note">{t('unplaced.none')}</p>;
  return (
    <>
      <p className="map-panel-note">{t('unplaced.why')}</p>
      {unplaced.steps.map((step) => (
        <section
          key={step.id}
          className="map-persona"
          aria-label={wordsOf(step.name, locale) || t('step.unnamed')}
        >
          <p>{shownText(step.name, locale).text || t('step.unnamed')}</p>
          <UnplacedStep stepId={step.id} />
        </section>
      ))}
      {unplaced.cards.map((card) => (
        <section key={card.id} className="map-persona">
          <CardView cardId={card.id} laneKind={card.kind} />
          {can.editContent && <MoveTo card={card} />}
        </section>
      ))}
    </>
  );
}

function UnplacedStep({ stepId }: { readonly stepId: string }) {
  return <StepPanel stepId={stepId} />;
}
