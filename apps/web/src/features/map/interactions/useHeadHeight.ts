import { type RefObject, useEffect } from 'react';

/** Tells the styles how tall the head over the lanes is, so that a lane's name stops below it, not under it. */
export function useHeadHeight(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const scroller = root.current;
    const head = scroller?.querySelector<HTMLElement>('.map-head');
    if (!scroller || !head) return;
    const observer = new ResizeObserver(() => {
      scroller.style.setProperty('--map-head', `${head.offsetHeight}px`);
    });
    observer.observe(head);
    return () => observer.disconnect();
  }, [root]);
}
