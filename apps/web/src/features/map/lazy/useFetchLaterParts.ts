import { useEffect } from 'react';
import type { MapPage } from '../document/MapPage.ts';
import { laterParts } from './parts.ts';

/** A browser that has nothing to do for so long is at rest, where it cannot say so itself. */
const restMs = 2000;

/** Once the map is live and the browser at rest, fetches what one may open later: by then one may be offline. */
export function useFetchLaterParts(page: MapPage): void {
  useEffect(() => {
    let idle: number | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = () => {
      for (const part of laterParts) part.load();
    };
    const onLive = () => {
      if (page.live.get() === null || idle !== undefined || timer !== undefined) return;
      if ('requestIdleCallback' in window) idle = window.requestIdleCallback(load, { timeout: 10 * restMs });
      else timer = setTimeout(load, restMs);
    };
    const stop = page.live.subscribe(onLive);
    onLive();
    return () => {
      stop();
      clearTimeout(timer);
      if (idle !== undefined) window.cancelIdleCallback(idle);
    };
  }, [page]);
}
