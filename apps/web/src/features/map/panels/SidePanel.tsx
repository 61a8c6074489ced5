'use client';

import { IconButton } from '@jejak/ui/IconButton';
import { ArrowLeft, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import type { Panel } from '../document/PageState.ts';
import { useStore } from '../document/useStore.ts';
import { reveal } from '../interactions/reveal.ts';
import { CardPanel } from './CardPanel.tsx';
import { CharterPanel } from './CharterPanel.tsx';
import { CheckPanel } from './check/CheckPanel.tsx';
import { EmotionTable } from './EmotionTable.tsx';
import { LanePanel } from './LanePanel.tsx';
import { PeoplePanel } from './PeoplePanel.tsx';
import { PersonasPanel } from './PersonasPanel.tsx';
import { StagePanel } from './StagePanel.tsx';
import { StepPanel } from './StepPanel.tsx';
import { UnplacedPanel } from './UnplacedPanel.tsx';

/** Details beside the map; on a phone, a sheet. Never modal: the map stays in reach. */
export default function SidePanel() {
  const t = useTranslations('map');
  const { ui, can } = useMapPage();
  const panel = useStore(ui, (state) => state.panel);
  const frame = useRef<HTMLElement>(null);
  const kind = panel?.kind;

  useEffect(() => {
    const element = frame.current;
    // The unplaced cards can appear because one's own card lost its place: then one goes on writing there. And who came
    // for one text is in its field by now.
    const writing = ui.get().editing !== null || element?.contains(document.activeElement);
    if (kind && !writing) element?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }, [kind, ui]);

  // The panel takes room from the map: what it is about must not end up behind its edge.
  const cardId = panel?.kind === 'card' ? panel.cardId : null;
  useEffect(() => {
    const grid = document.querySelector<HTMLElement>('[data-map-scroll]');
    const card = cardId && grid?.querySelector<HTMLElement>(`[data-card-id="${CSS.escape(cardId)}"]`);
    if (grid && card) reveal(grid, card);
  }, [cardId]);

  if (!panel) return null;
  const close = () =>
    ui.update((state) => ({ ...state, panel: null, focus: state.focus ? { ...state.focus } : null }));
  return (
    <aside
      ref={frame}
      className="map-panel"
      aria-labelledby="map-panel-title"
      data-panel={panel.kind}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.stopPropagation();
          close();
        }
      }}
    >
      <div className="map-panel-head">
        {panel.fromCheck && (
          <IconButton
            label={t('check.back')}
            icon={<ArrowLeft aria-hidden="true" size={18} />}
            onClick={() =>
              ui.update((state) => {
                const at = state.panel?.at;
                return { ...state, panel: { kind: 'check', ...(at && { at }) } };
              })
            }
          />
        )}
        <h2 id="map-panel-title" tabIndex={-1}>
          {t(`panel.${panel.kind}`)}
        </h2>
        <IconButton label={t('panel.close')} icon={<X aria-hidden="true" size={18} />} onClick={close} />
      </div>
      {/* Who only reads finds nothing in it to focus, and still has to scroll. */}
      <div
        className="map-panel-body"
        role="group"
        aria-labelledby="map-panel-title"
        tabIndex={can.editContent ? undefined : 0}
      >
        <PanelBody panel={panel} />
      </div>
    </aside>
  );
}

function PanelBody({ panel }: { readonly panel: Panel }) {
  switch (panel.kind) {
    case 'card':
      return <CardPanel key={panel.cardId} cardId={panel.cardId} />;
    case 'stage':
      return <StagePanel key={panel.stageId} stageId={panel.stageId} />;
    case 'step':
      return <StepPanel key={panel.stepId} stepId={panel.stepId} />;
    case 'lane':
      return <LanePanel key={panel.laneId} laneId={panel.laneId} />;
    case 'personas':
      return <PersonasPanel />;
    case 'charter':
      return <CharterPanel />;
    case 'unplaced':
      return <UnplacedPanel />;
    case 'emotions':
      return <EmotionTable />;
    case 'people':
      return <PeoplePanel />;
    case 'check':
      return <CheckPanel />;
  }
}
