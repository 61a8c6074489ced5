import { useEffect } from 'react';
import type { MapPage } from './MapPage.ts';

/** Remembers in this browser, for each person, whether the emotion lane is pinned. */
export function useRememberPin(page: MapPage): void {
  useEffect(() => {
    const { ui, viewerId } = page;
    const key = `jejak.emotionPinned.${viewerId}`;
    const stored = read(key);
    if (stored !== ui.get().emotionPinned) ui.update((state) => ({ ...state, emotionPinned: stored }));
    let last = stored;
    return ui.subscribe(() => {
      const { emotionPinned } = ui.get();
      if (emotionPinned === last) return;
      last = emotionPinned;
      try {
        window.localStorage.setItem(key, emotionPinned ? '1' : '');
      } catch {
        // A browser that keeps nothing still pins until the page is left.
      }
    });
  }, [page]);
}

function read(key: string): boolean {
  try {
    return window.localStorage.getItem(key) === '1';
  } catch {
    return false;
  }
}
