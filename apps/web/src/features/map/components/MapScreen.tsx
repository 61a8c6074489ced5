'use client';

import '../styles/map.css';
import type { MapSnapshot } from '@jejak/journey-model';
import { useToast } from '@jejak/ui/Toast';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { createMapPage } from '../document/createMapPage.ts';
import { type MapPage, MapPageContext, type MapRights, type MapWorkspace } from '../document/MapPage.ts';
import { useLiveDocument } from '../document/useLiveDocument.ts';
import { useRememberPin } from '../document/useRememberPin.ts';
import { useStore } from '../document/useStore.ts';
import { useTidyPage } from '../document/useTidyPage.ts';
import { usePageKeys } from '../interactions/usePageKeys.ts';
import { useWheelZoom } from '../interactions/useWheelZoom.ts';
import { palette, shortcutsHelp } from '../lazy/parts.ts';
import { useFetchLaterParts } from '../lazy/useFetchLaterParts.ts';
import type { NamedMap } from '../linked/LinkedMap.ts';
import { useLinkedMap } from '../linked/useLinkedMap.ts';
import { useFollow } from '../presence/useFollow.ts';
import { useRemoteMarks } from '../presence/useRemoteMarks.ts';
import { DialogPart } from './DialogPart.tsx';
import { Grid } from './Grid.tsx';
import { PanelPart } from './PanelPart.tsx';
import { PresentBar } from './PresentBar.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { StagePager } from './StagePager.tsx';
import { StopNotice } from './StopNotice.tsx';
import { TopBar } from './TopBar.tsx';
import { ZoomBar } from './ZoomBar.tsx';

interface MapScreenProps {
  readonly mapId: string;
  readonly viewerId: string;
  readonly workspace: MapWorkspace;
  readonly can: MapRights;
  readonly snapshot: MapSnapshot;
  readonly linked: NamedMap | null;
}

/** The map page: drawn from the server's answer at once, live as soon as the document is here. */
export function MapScreen({ mapId, viewerId, workspace, can, snapshot, linked }: MapScreenProps) {
  const t = useTranslations('map');
  const locale = useLocale();
  const region = useRef<HTMLDivElement>(null);
  const [page] = useState(() =>
    createMapPage({
      mapId,
      viewerId,
      workspace,
      can,
      snapshot,
      linked,
      locale,
      speak: (message) => {
        if (region.current) region.current.textContent = message;
      },
      sumUp: (count) => t('announce.remote', { count }),
    }),
  );
  const rights = useStore(page.rights, (value) => value);
  // A new object when the rights change: whatever reads them is drawn anew, without a reload.
  const drawn = useMemo(() => ({ ...page, can: rights }), [page, rights]);
  useLiveDocument(page);
  useTidyPage(page);
  useLinkedMap(page);
  useFetchLaterParts(page);
  useRememberPin(page);
  useSayRights(page);
  return (
    <MapPageContext value={drawn}>
      <MapFrame page={drawn} />
      <div ref={region} role="status" aria-live="polite" className="sr-only" data-map-announcer />
    </MapPageContext>
  );
}

/** Says so when somebody changes what one may do here; losing the map itself has a notice of its own. */
function useSayRights(page: MapPage): void {
  const t = useTranslations('map');
  const toast = useToast();
  const say = useRef({ t, toast });
  say.current = { t, toast };
  useEffect(
    () =>
      page.rights.subscribe(() => {
        if (page.saveState.get().kind === 'stopped') return;
        const { t, toast } = say.current;
        toast({ text: t(page.can.editContent ? 'rights.mayEdit' : 'rights.mayLook') });
      }),
    [page],
  );
}

function MapFrame({ page }: { readonly page: MapPage }) {
  const { ui } = page;
  const presenting = useStore(ui, (state) => state.presenting);
  const panelOpen = useStore(ui, (state) => state.panel !== null);
  const dialog = useStore(ui, (state) => state.dialog);
  const frame = useRef<HTMLDivElement>(null);
  usePageKeys();
  useWheelZoom(frame);
  useFollow(frame);
  useRemoteMarks(frame);
  return (
    <div
      className="map-page"
      ref={frame}
      data-presenting={presenting || undefined}
      data-read-only={!page.can.editContent || undefined}
    >
      {presenting ? <PresentBar /> : <TopBar />}
      <StopNotice />
      {!presenting && <StagePager />}
      <main className="map-main" id="main">
        <Grid />
        {panelOpen && <PanelPart />}
        <SelectionBar />
        {!presenting && <ZoomBar />}
      </main>
      {dialog === 'palette' && <DialogPart part={palette} />}
      {dialog === 'shortcuts' && <DialogPart part={shortcutsHelp} />}
    </div>
  );
}
