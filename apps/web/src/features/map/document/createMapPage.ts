import type { Locale, MapSnapshot } from '@jejak/journey-model';
import type { DropPlace } from '../geometry/dropPlace.ts';
import type { LinkedMap, NamedMap } from '../linked/LinkedMap.ts';
import { createAnnouncer } from '../presence/announcer.ts';
import { nobody } from '../presence/people.ts';
import type { LiveSession, SaveState } from './LiveSession.ts';
import type { MapPage, MapRights, MapWorkspace } from './MapPage.ts';
import { indexMap } from './mapIndex.ts';
import { initialPageState } from './PageState.ts';
import { createStore } from './Store.ts';

/** What a map page starts from: all of it is in the server's answer. */
export interface MapPageStart {
  readonly mapId: string;
  readonly viewerId: string;
  readonly workspace: MapWorkspace;
  readonly can: MapRights;
  readonly snapshot: MapSnapshot;
  readonly linked: NamedMap | null;
  readonly locale: Locale;
  /** Puts a sentence into the page's live region. */
  readonly speak: (message: string) => void;
  /** Words for a number of changes by others. */
  readonly sumUp: (count: number) => string;
}

/** Makes the shared state of one map page. */
export function createMapPage(start: MapPageStart): MapPage {
  const live = createStore<LiveSession | null>(null);
  const rights = createStore(start.can);
  return {
    mapId: start.mapId,
    viewerId: start.viewerId,
    workspace: start.workspace,
    get can() {
      return rights.get();
    },
    rights,
    map: createStore(indexMap(start.snapshot)),
    linked: createStore<LinkedMap>(start.linked ? { kind: 'known', ...start.linked } : { kind: 'none' }),
    ui: createStore(initialPageState(start.locale)),
    dropPlace: createStore<DropPlace | null>(null),
    people: createStore(nobody),
    saveState: createStore<SaveState>({ kind: 'opening' }),
    live,
    carets: new Map(),
    remoteChanges: createStore<ReadonlySet<string>>(new Set()),
    announcer: createAnnouncer(start.speak, start.sumUp, {
      now: () => performance.now(),
      setTimeout: (run, ms) => window.setTimeout(run, ms),
      clearTimeout: (timer) => {
        if (typeof timer === 'number') window.clearTimeout(timer);
      },
    }),
    whenLive(act) {
      const session = live.get();
      if (session) {
        act(session);
        return;
      }
      const stop = live.subscribe(() => {
        const arrived = live.get();
        if (!arrived) return;
        stop();
        act(arrived);
      });
    },
  };
}
