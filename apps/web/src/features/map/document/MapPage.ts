import { createContext, use } from 'react';
import type { DropPlace } from '../geometry/dropPlace.ts';
import type { LinkedMap } from '../linked/LinkedMap.ts';
import type { Announcer } from '../presence/announcer.ts';
import type { People } from '../presence/people.ts';
import type { LiveSession, SaveState } from './LiveSession.ts';
import type { MapIndex } from './mapIndex.ts';
import type { PageState } from './PageState.ts';
import type { Store } from './Store.ts';

/** What the signed-in person may do here, as the server says. */
export interface MapRights {
  readonly editStructure: boolean;
  readonly editContent: boolean;
}

/** The workspace a map belongs to, as the page needs it. */
export interface MapWorkspace {
  readonly id: string;
  /** This person may bring others into it. */
  readonly mayInvite: boolean;
}

/** Everything the parts of one map page share. The object itself never changes; its stores do. */
export interface MapPage {
  readonly mapId: string;
  readonly viewerId: string;
  readonly workspace: MapWorkspace;
  /** As they are now; components that read them are drawn again when they change. */
  readonly can: MapRights;
  readonly rights: Store<MapRights>;
  readonly map: Store<MapIndex>;
  /** The map of today that this one begins from. */
  readonly linked: Store<LinkedMap>;
  readonly ui: Store<PageState>;
  /** Where the cards in the air would go. Not in `ui`: it changes all the while, and only cells want to know. */
  readonly dropPlace: Store<DropPlace | null>;
  readonly people: Store<People>;
  readonly saveState: Store<SaveState>;
  /** null until the live document is here; the first screen comes from the server. */
  readonly live: Store<LiveSession | null>;
  /** The records others changed last, a new set each time: for marks and announcements. */
  readonly remoteChanges: Store<ReadonlySet<string>>;
  readonly announcer: Announcer;
  /** Where one writes, by record and field: a card that others move keeps its caret. Emptied when one leaves it. */
  readonly carets: Map<string, readonly [start: number, end: number]>;
  /** Runs now, or as soon as the live document is here: nothing typed meanwhile is lost. */
  whenLive(act: (live: LiveSession) => void): void;
}

/** Provides the `MapPage`. */
export const MapPageContext = createContext<MapPage | null>(null);

/** The page a component stands on. */
export function useMapPage(): MapPage {
  const page = use(MapPageContext);
  if (!page) throw new Error('useMapPage needs a MapPageContext around it');
  return page;
}
