import type { TextAddress, UndoOutcome } from '@jejak/journey-model';
import type { Presence, PresenceUser } from '@jejak/protocol';
import type { TextBinding, TextField } from '../text/TextBinding.ts';
import type { MapActs } from './MapActs.ts';
import type { Store } from './Store.ts';

/** Where one's work is, as told by the server's acknowledgements and nothing else. */
export type SaveState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** Edits are kept in this browser; `unsaved` says whether there are any. */
  | { readonly kind: 'offline'; readonly unsaved: boolean }
  /** The server will not take this client back; `reason` picks the words. */
  | { readonly kind: 'stopped'; readonly reason: 'signIn' | 'forbidden' | 'notFound' | 'reload' | 'other' };

/** Somebody else on the map. */
export interface Person {
  /** One browser tab; a person may have several. */
  readonly clientId: number;
  readonly user: PresenceUser;
  readonly cell: { readonly laneId: string; readonly columnId: string } | null;
  readonly editing: NonNullable<Presence['editing']> | null;
  readonly typing: boolean;
  readonly drag: NonNullable<Presence['drag']> | null;
}

/** Undo and redo of one's own acts. */
export interface OwnHistory {
  readonly canUndo: Store<boolean>;
  readonly canRedo: Store<boolean>;
  /** Refused, whole, where somebody else has changed the same thing since. */
  undo(): UndoOutcome;
  redo(): UndoOutcome;
  /** The next act starts a step of its own, however soon it follows. */
  endStep(): void;
  /** All that `act` does is one step. */
  gesture<T>(act: () => T): T;
}

/** The open connection to a map, once its code has arrived. */
export interface LiveSession {
  readonly acts: MapActs;
  readonly history: OwnHistory;
  setPresence(change: Presence): void;
  /** Ties a field to a live text; null where there is no such text. */
  bindText(address: TextAddress, field: TextField): TextBinding | null;
}
