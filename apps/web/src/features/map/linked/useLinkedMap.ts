import { useEffect } from 'react';
import type { MapPage } from '../document/MapPage.ts';

/** Keeps `page.linked` in step with the map: somebody may link another one, or none, at any time. */
export function useLinkedMap(page: MapPage): void {
  useEffect(() => {
    const { map, linked, saveState, workspace } = page;
    const follow = () => {
      const id = map.get().snapshot.currentStateMapId;
      const now = linked.get();
      if (id === (now.kind === 'none' ? null : now.id)) return;
      linked.set(id === null ? { kind: 'none' } : { kind: 'loading', id });
    };
    const look = async (id: string) => {
      const { readLinkedMap } = await import('./askMaps.ts');
      return readLinkedMap(id, workspace.id);
    };
    /** Loading begins whenever the state says so, and only the newest answer counts. */
    const load = () => {
      const now = linked.get();
      if (now.kind !== 'loading') return;
      look(now.id)
        .catch(() => ({ kind: 'failed' as const, id: now.id }))
        .then((answer) => {
          if (linked.get() === now) linked.set(answer);
        })
        .catch(() => {});
    };
    let away = false;
    /** A server that is back may know the map that could not be looked up. */
    const tryAgain = () => {
      const { kind } = saveState.get();
      if (kind === 'offline' || kind === 'waiting') away = true;
      if (kind !== 'saved' || !away) return;
      away = false;
      const now = linked.get();
      if (now.kind === 'failed') linked.set({ kind: 'loading', id: now.id });
    };
    const stops = [map.subscribe(follow), linked.subscribe(load), saveState.subscribe(tryAgain)];
    follow();
    return () => {
      for (const stop of stops) stop();
    };
  }, [page]);
}
