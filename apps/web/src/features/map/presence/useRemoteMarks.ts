import { type RefObject, useEffect } from 'react';
import { useMapPage } from '../document/MapPage.ts';

const highlightMs = 600;

/** Marks softly where others changed something, and has it announced now and then. */
export function useRemoteMarks(frame: RefObject<HTMLElement | null>): void {
  const { remoteChanges, announcer } = useMapPage();
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const timers = new Set<number>();
    let animation = 0;
    const mark = () => {
      const ids = remoteChanges.get();
      announcer.note(ids.size);
      // A whole map arriving is not news of any one place.
      if (ids.size > 30) return;
      animation = requestAnimationFrame(() => {
        for (const id of ids) {
          for (const place of element.querySelectorAll<HTMLElement>(`[data-record="${CSS.escape(id)}"]`)) {
            place.setAttribute('data-changed', '');
            const timer = window.setTimeout(() => {
              timers.delete(timer);
              place.removeAttribute('data-changed');
            }, highlightMs);
            timers.add(timer);
          }
        }
      });
    };
    const stop = remoteChanges.subscribe(mark);
    return () => {
      stop();
      cancelAnimationFrame(animation);
      for (const timer of timers) window.clearTimeout(timer);
      announcer.destroy();
    };
  }, [frame, remoteChanges, announcer]);
}
