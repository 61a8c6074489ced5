import { useEffect } from 'react';
import type { MapPage } from '../document/MapPage.ts';
import { laterParts } from './parts.ts';

/** What one does first on a map comes before what one may do later. */
const restMs = 3000;

/** Once the map has been live for a moment, fetches what one may open later: by then one may be offline. */
export function useFetchLaterParts(page: MapPage): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = () => {
      for (const part of laterParts) part.load();
      // What cannot be fetched now is asked for again when it is needed.
      page.live
        .get()
        ?.prepare()
        .catch(() => {});
    };
    const onLive = () => {
      if (page.live.get() !== null) timer ??= setTimeout(load, restMs);
    };
    const stop = page.live.subscribe(onLive);
    onLive();
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [page]);
}
