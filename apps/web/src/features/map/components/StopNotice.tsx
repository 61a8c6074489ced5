'use client';

import { Button } from '@jejak/ui/Button';
import { Notice } from '@jejak/ui/Notice';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { StopReason } from '../document/LiveSession.ts';
import { useMapPage } from '../document/MapPage.ts';
import { unsentText } from '../document/unsentText.ts';
import { useStore } from '../document/useStore.ts';

type Way = 'signIn' | 'reload' | 'discard' | 'maps';

/** What one does next: work that is only in this browser is kept until the person says otherwise. */
const ways: Readonly<Record<StopReason, Way>> = {
  signIn: 'signIn',
  forbidden: 'discard',
  notFound: 'maps',
  newEpoch: 'discard',
  tooLarge: 'discard',
  tooOld: 'reload',
  other: 'reload',
};

/** When the server will not take this page back: what happened, what is kept, what to do. */
export function StopNotice() {
  const t = useTranslations('map');
  const { saveState } = useMapPage();
  const state = useStore(saveState, (value) => value);
  if (state.kind !== 'stopped') return null;
  return (
    <div className="map-stop">
      <Notice tone={state.reason === 'tooOld' || state.reason === 'signIn' ? 'warning' : 'danger'} announced>
        <p>{t(`stopped.${state.reason}`)}</p>
        <div className="map-stop-ways">
          <StopWay way={ways[state.reason]} />
          <CopyUnsent />
        </div>
      </Notice>
    </div>
  );
}

function StopWay({ way }: { readonly way: Way }) {
  const t = useTranslations('map');
  const { live } = useMapPage();
  const go = () => {
    if (way === 'maps') window.location.assign('/');
    else if (way !== 'discard') window.location.reload();
    else {
      const forgotten = live.get()?.forget() ?? Promise.resolve();
      // Reloading is right even where the browser's store cannot be opened.
      forgotten.catch(() => {}).finally(() => window.location.reload());
    }
  };
  return <Button onClick={go}>{t(`stopped.way.${way}`)}</Button>;
}

/** Puts what may be only in this browser on the clipboard, or shows it where there is none. */
function CopyUnsent() {
  const t = useTranslations('map');
  const { live, map, ui } = useMapPage();
  const session = useStore(live, (value) => value);
  const [copied, setCopied] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  if (!session) return null;
  const copy = async () => {
    const text = unsentText(map.get(), session.unsent(), ui.get().contentLocale);
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      setShown(text);
    }
  };
  return (
    <>
      <Button tone="quiet" onClick={() => void copy()}>
        {t(copied ? 'stopped.copied' : 'stopped.copy')}
      </Button>
      {shown !== null && (
        <textarea
          className="map-input map-stop-text"
          readOnly
          rows={4}
          aria-label={t('stopped.copy')}
          value={shown}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </>
  );
}
