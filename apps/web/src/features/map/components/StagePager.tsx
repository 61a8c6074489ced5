'use client';

import type { Colour } from '@jejak/journey-model';
import { Flag } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type CSSProperties, useEffect, useRef } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import { summaryOf } from '../document/mapSummary.ts';
import { useStagePage } from '../document/stagePage.ts';
import { useStore } from '../document/useStore.ts';
import { shownText } from '../text/localized.ts';

/** On a phone: the stages as pages. Swiping turns them too. */
export function StagePager() {
  const t = useTranslations('map');
  const { map, ui } = useMapPage();
  const stages = useStore(map, (index) => index.snapshot.stages);
  const locale = useStore(ui, (state) => state.contentLocale);
  const current = useStagePage();
  const most = useStore(map, (index) => summaryOf(index).mostQuestionsStageId);
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const chosen = current && nav.current?.querySelector<HTMLElement>('[aria-current]');
    if (nav.current && chosen) nav.current.scrollTo({ left: chosen.offsetLeft - 24, behavior: 'instant' });
  }, [current]);
  if (stages.length === 0) return null;
  return (
    <nav ref={nav} className="map-pager" aria-label={t('pager.label')}>
      {stages.map((stage) => {
        const name = shownText(stage.name, locale);
        return (
          <button
            key={stage.id}
            type="button"
            aria-current={stage.id === current ? 'page' : undefined}
            style={markOf(stage.colour)}
            onClick={() => ui.update((state) => ({ ...state, stageId: stage.id }))}
          >
            <span lang={name.text ? name.locale : undefined}>{name.text || t('stage.unnamed')}</span>
            {stage.id === most && (
              <>
                <Flag aria-hidden="true" size={14} />
                <span className="sr-only">{t('questions.here')}</span>
              </>
            )}
          </button>
        );
      })}
    </nav>
  );
}

function markOf(colour: Colour | null): CSSProperties & Record<'--mark', string> {
  return { '--mark': `var(--colour-${colour ?? 'slate'})` };
}
