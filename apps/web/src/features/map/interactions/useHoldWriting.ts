import { type RefObject, useEffect } from 'react';
import { useMapPage } from '../document/MapPage.ts';

/**
 * Keeps the field somebody writes in where it stands on the screen while others add, move and delete around it: what
 * grows or shrinks above it is taken back by scrolling, before it is painted. The browser's own anchoring holds the
 * topmost row instead, which is not where one looks while writing.
 */
export function useHoldWriting(root: RefObject<HTMLDivElement | null>): void {
  const { map } = useMapPage();
  useEffect(() => {
    const scroller = root.current;
    if (!scroller) return;
    let held: { readonly field: Element; readonly top: number; readonly left: number } | null = null;
    let frame = 0;

    const writing = (): Element | null => {
      const field = document.activeElement;
      return field?.tagName === 'TEXTAREA' && scroller.contains(field) ? field : null;
    };
    const note = () => {
      const field = writing();
      const box = field?.getBoundingClientRect();
      held = field && box ? { field, top: box.top, left: box.left } : null;
      // Two who hold would each undo what the other did.
      scroller.style.overflowAnchor = held ? 'none' : '';
    };
    const hold = () => {
      frame = 0;
      const field = writing();
      if (held !== null && field === held.field) {
        const { top, left } = field.getBoundingClientRect();
        if (top !== held.top || left !== held.left) scroller.scrollBy(left - held.left, top - held.top);
      }
      note();
    };
    const beforeChange = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(hold);
    };

    const stop = map.subscribe(beforeChange);
    // Whatever the person does moves things by intent: from there on, that is the place to hold. A change of
    // somebody else that is not taken back yet comes first.
    const byPerson = () => {
      if (frame === 0) note();
    };
    const events = ['focusin', 'keyup', 'scrollend', 'wheel', 'pointerup'] as const;
    for (const event of events) scroller.addEventListener(event, byPerson, { passive: true });
    window.addEventListener('resize', byPerson);
    return () => {
      cancelAnimationFrame(frame);
      stop();
      for (const event of events) scroller.removeEventListener(event, byPerson);
      window.removeEventListener('resize', byPerson);
    };
  }, [root, map]);
}
