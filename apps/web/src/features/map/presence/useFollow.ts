import { type RefObject, useEffect } from 'react';
import { useMapPage } from '../document/MapPage.ts';
import { cellKey } from '../document/mapIndex.ts';
import { reveal } from '../interactions/reveal.ts';

/** Keeps the cell of the person one follows in view, until they leave or one goes one's own way. */
export function useFollow(frame: RefObject<HTMLElement | null>): void {
  const { ui, people } = useMapPage();
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let shown = '';
    const look = () => {
      const { following } = ui.get();
      if (following === null) {
        shown = '';
        return;
      }
      const person = people.get().all.find((candidate) => candidate.clientId === following);
      if (!person) {
        ui.update((state) => ({ ...state, following: null }));
        return;
      }
      if (!person.cell) return;
      const key = cellKey(person.cell.laneId, person.cell.columnId);
      if (key === shown) return;
      shown = key;
      const grid = element.querySelector<HTMLElement>('[data-map-scroll]');
      const cell = grid?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(key)}"]`);
      if (grid && cell) reveal(grid, cell);
    };
    const stop = () => {
      if (ui.get().following !== null) ui.update((state) => ({ ...state, following: null }));
    };
    const stopPeople = people.subscribe(look);
    const stopUi = ui.subscribe(look);
    element.addEventListener('wheel', stop, { passive: true });
    return () => {
      stopPeople();
      stopUi();
      element.removeEventListener('wheel', stop);
    };
  }, [frame, ui, people]);
}
