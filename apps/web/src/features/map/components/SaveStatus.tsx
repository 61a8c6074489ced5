'use client';

import { StatusLine, type StatusTone } from '@jejak/ui/StatusLine';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { SaveState } from '../document/LiveSession.ts';
import { useMapPage } from '../document/MapPage.ts';
import { useStore } from '../document/useStore.ts';

/** A save that is over within this time is not worth a flicker, nor a sentence in somebody's ear. */
const quietMs = 400;

/** Where one's work is: `data-status` tells it at once, the words follow when a state lasts. */
export function SaveStatus() {
  const t = useTranslations('map');
  const { saveState, can } = useMapPage();
  const state = useStore(saveState, (value) => value);
  const [worded, setWorded] = useState<SaveState>(state);

  useEffect(() => {
    if (state.kind !== 'saving') {
      setWorded(state);
      return;
    }
    const timer = setTimeout(() => setWorded(state), quietMs);
    return () => clearTimeout(timer);
  }, [state]);

  const readOnly = !can.editContent;
  return (
    <span className="map-status" data-status={state.kind}>
      <StatusLine tone={toneOf(worded)} text={textOf()} />
    </span>
  );

  function textOf(): string {
    switch (worded.kind) {
      case 'opening':
        return t('status.opening');
      case 'saved':
        return readOnly ? t('status.live') : t('status.saved');
      case 'saving':
        return t('status.saving');
      case 'sending':
        return t('status.sending', { megabytes: Math.ceil(worded.bytes / 100_000) / 10 });
      case 'offline':
        return worded.unsaved ? t('status.offlineKept') : t('status.offline');
      case 'waiting':
        return t('status.waiting');
      case 'stopped':
        return t(`status.stopped.${worded.reason}`);
    }
  }
}

function toneOf(state: SaveState): StatusTone {
  switch (state.kind) {
    case 'opening':
    case 'sending':
      return 'saving';
    case 'waiting':
      return 'offline';
    case 'saved':
    case 'saving':
    case 'offline':
    case 'stopped':
      return state.kind;
  }
}
