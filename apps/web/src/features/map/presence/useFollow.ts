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
    let userId: string | null = null;
    const look = () => {
      const { following } = ui.get();
      if (following === null) {
        shown = '';
        userId = null;
        return;
      }
      const { all } = people.get();
      const person = all.find((candidate) => candidate.clientId === following);
      if (!person) {
        // Who comes back does so under another number.
        const again = all.find(({ user }) => user.id === userId)?.clientId ?? null;
        ui.update((state) => ({ ...state, following: again }));
        return;
      }
      userId = person.user.id;
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
