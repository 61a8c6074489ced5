'use client';

import { StatusLine } from '@jejak/ui/StatusLine';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';

function subscribe(notify: () => void): () => void {
  window.addEventListener('online', notify);
  window.addEventListener('offline', notify);
  return () => {
    window.removeEventListener('online', notify);
    window.removeEventListener('offline', notify);
  };
}

/** A line over the page while the browser has no network; it covers nothing and moves nothing. */
export function OfflineNotice() {
  const t = useTranslations('common');
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  if (online) return null;
  return (
    <div className="fixed inset-x-0 bottom-0 z-40 flex justify-center p-4">
      <div className="rounded-panel border border-line bg-raised px-4 py-2 shadow-lifted">
        <StatusLine tone="offline" text={t('offline')} />
      </div>
    </div>
  );
}
