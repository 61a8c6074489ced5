import type { LocalizedText, TextAddress, UndoOutcome } from '@jejak/journey-model';
import type { Presence, PresenceUser } from '@jejak/protocol';
import type { TextBinding, TextField } from '../text/TextBinding.ts';
import type { MapActs } from './MapActs.ts';
import type { Store } from './Store.ts';

/** Where one's work is, as told by the server's acknowledgements and nothing else. */
export type SaveState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** So much was written offline that it goes as a whole of its own, before anybody else's edits are seen. */
  | { readonly kind: 'sending'; readonly bytes: number }
  /** Edits are kept in this browser; `unsaved` says whether there are any. */
  | { readonly kind: 'offline'; readonly unsaved: boolean }
  /** No room for one more window; it comes in as soon as there is, and edits are kept in this browser. */
  | { readonly kind: 'waiting' }
  /** The server will not take this client back; `reason` picks the words. */
  | { readonly kind: 'stopped'; readonly reason: StopReason };

/** Why the server will not take this client back. */
export type StopReason =
  | 'signIn'
  | 'forbidden'
  | 'notFound'
  /** The map was begun anew; what is kept here belongs to the one before. */
  | 'newEpoch'
  | 'tooLarge'
  /** More windows have written into the map than it can hold. */
  | 'tooOld'
  | 'other';

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

/** A step that is still being made. Only the first of its ends counts. */
export interface OwnStep {
  keep(): void;
  /** `begunBefore`: the map was begun anew meanwhile, and what the step made before that is still there. */
  drop(): 'gone' | 'begunBefore';
}

/** Undo and redo of one's own acts in the present life of the map. */
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
  /** Begins a step that goes on until it is kept, or dropped without a trace. */
  hold(): OwnStep;
}

/** The open map, once its code has arrived; it stays the same when the map is begun anew. */
export interface LiveSession {
  readonly acts: MapActs;
  readonly history: OwnHistory;
  setPresence(change: Presence): void;
  /** Ties a field to a live text; where its record has none, the first words make it. */
  bindText(address: TextAddress, field: TextField): TextBinding;
  /** What a deleted card says; null where there is no such deleted card. */
  deletedText(cardId: string): LocalizedText | null;
  /** Deletes a card without a step of undo: it was never kept. */
  discardCard(cardId: string): void;
  /** Fetches what may be needed when the connection is bad. */
  prepare(): Promise<void>;
  /** The records this person changed since everything was last saved. */
  unsent(): ReadonlySet<string>;
  /** Forgets what is kept in this browser; for work the server will never take. */
  forget(): Promise<void>;
}
