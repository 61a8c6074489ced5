import type { ActorRef } from '@jejak/access';
import type { FieldAddress, MapDocs, OperationContext } from '@jejak/journey-model';
import type { MapPart } from '@jejak/protocol';
import type { MapVersion } from './LiveMaps.ts';

/** A change of a map by the server for somebody: in each document it writes one transaction and one entry of the log. */
export interface MapEdit<T> {
  /** null: the server itself. */
  readonly by: ActorRef | null;
  /** The documents it writes. */
  readonly parts: readonly MapPart[];
  /** Changes the documents without waiting; when it throws nothing of it is taken. */
  run(docs: MapDocs, context: OperationContext): T;
  /**
   * Takes place only if none of these fields was changed after the version. That is one step only where it writes one
   * document: of two, one may be journaled before the other is given up.
   */
  readonly onlyIf?: { readonly version: MapVersion; readonly fields: readonly FieldAddress[] };
  /** Kept in each entry of the log that it writes: `LiveMaps.callAfter` finds it again. */
  readonly call?: { readonly id: string; outcomeOf(value: NoInfer<T>): string };
  /** Whether it may still be journaled, asked before each attempt; once it may not, the edit is `UNAVAILABLE`. */
  readonly mayStill?: () => boolean;
  /** Runs on copies: what it writes is forgotten. */
  readonly onCopies?: boolean;
  /** Makes the ids of new records; random ones unless told. */
  readonly newId?: () => string;
}

/** What became of it. `overtaken`: fields were changed after that version, or that is not known any more; nothing was written. */
export type MapEdited<T> =
  | { readonly kind: 'done'; readonly value: T; readonly version: MapVersion }
  | { readonly kind: 'overtaken'; readonly fields: readonly FieldAddress[]; readonly version: MapVersion };
