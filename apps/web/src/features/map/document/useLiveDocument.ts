import { useEffect } from 'react';
import type { MapPage } from './MapPage.ts';

/**
 * Opens the live document behind a page. Its code comes after the first paint; what is shown meanwhile is the server's
 * answer, and nobody sees the exchange.
 */
export function useLiveDocument(page: MapPage): void {
  useEffect(() => {
    let session: { destroy(): void } | null = null;
    let gone = false;
    const open = async () => {
      const { openLive } = await import('./openLive.ts');
      if (gone) return;
      session = openLive(page);
    };
    open().catch(() => page.saveState.set({ kind: 'offline', unsaved: false }));
    return () => {
      gone = true;
      session?.destroy();
      page.live.set(null);
    };
  }, [page]);
}
