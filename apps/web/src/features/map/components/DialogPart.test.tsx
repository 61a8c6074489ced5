// @vitest-environment happy-dom
import { readMap } from '@jejak/journey-model';
import { buildMap } from '@jejak/journey-model/testkit';
import { ToastProvider } from '@jejak/ui/Toast';
import { cleanup, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, expect, it } from 'vitest';
import map from '../../../../messages/en/map.json' with { type: 'json' };
import { createMapPage } from '../document/createMapPage.ts';
import { MapPageContext } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';
import { lazyPart } from '../lazy/lazyPart.ts';
import { DialogPart } from './DialogPart.tsx';

afterEach(cleanup);

it('[LAZY1] a dialog that could not be loaded says so once, and opens the next time', async () => {
  const page = createMapPage({
    mapId: 'map_one',
    viewerId: 'ani',
    workspace: { id: 'wsp_one', mayInvite: false },
    can: { editContent: true, editStructure: true },
    snapshot: readMap(buildMap()),
    linked: null,
    locale: 'en',
    speak: () => {},
    sumUp: String,
  });
  const open = () => page.ui.update((state) => ({ ...state, dialog: 'palette' as const }));
  let reachable = false;
  const part = lazyPart(async () => {
    if (!reachable) throw new Error('No connection');
    return { default: () => <p>All commands</p> };
  });
  function Dialogs() {
    return useStore(page.ui, ({ dialog }) => dialog) === null ? null : <DialogPart part={part} />;
  }
  render(
    <NextIntlClientProvider locale="en" messages={{ map }}>
      <ToastProvider closeLabel="Close" regionLabel="Messages">
        <MapPageContext value={page}>
          <Dialogs />
        </MapPageContext>
      </ToastProvider>
    </NextIntlClientProvider>,
  );
  open();
  await screen.findByText(map.part.failed);
  expect(page.ui.get().dialog).toBeNull();
  reachable = true;
  open();
  await screen.findByText('All commands');
});
