import { type RefObject, useEffect } from 'react';
import { zoomBy } from '../commands/zoom.ts';
import { useMapPage } from '../document/MapPage.ts';

/** Ctrl and wheel, or a pinch on a touchpad, zooms the map instead of the page. */
export function useWheelZoom(frame: RefObject<HTMLElement | null>): void {
  const { ui } = useMapPage();
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      const scroll = element.querySelector<HTMLElement>('[data-map-scroll]');
      if (!scroll?.contains(event.target instanceof Node ? event.target : null)) return;
      event.preventDefault();
      const before = ui.get().zoom;
      const next = zoomBy(before, event.deltaY);
      if (next === before) return;
      // What lies under the pointer stays there.
      const box = scroll.getBoundingClientRect();
      const x = event.clientX - box.left;
      const y = event.clientY - box.top;
      const left = ((scroll.scrollLeft + x) / before) * next - x;
      const top = ((scroll.scrollTop + y) / before) * next - y;
      ui.update((state) => ({ ...state, zoom: next }));
      requestAnimationFrame(() => scroll.scrollTo({ left, top }));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [frame, ui]);
}
