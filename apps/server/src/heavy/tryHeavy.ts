import { type StaticReason, type WalkOptions, walkUpdate } from '@jejak/update-guard';
import * as Y from 'yjs';
import { applyWhole } from '../rooms/applyUpdate.ts';
import { partsOf } from './partsOf.ts';

/** A large update to be tried on a copy of its document. */
export interface TrialJob {
  /** The document as one update. */
  readonly state: Uint8Array;
  readonly update: Uint8Array;
  readonly walk: WalkOptions;
  /** How many structs, or deletions, may be applied at once; what is more comes back in parts. */
  readonly partMax: number;
}

/** What a large update came to. */
export type TrialAnswer =
  /** What of it is new, written anew and with its structs joined: cheaper to apply than what was sent. In order. */
  | { readonly kind: 'tried'; readonly parts: readonly Uint8Array[] }
  /** Its ground is missing in the copy. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'refused'; readonly reason: StaticReason | 'unapplied' };

const nothing = Uint8Array.of(0, 0);

/** Walks an update within its budget, then applies it to a copy of the document. Runs where it may take all it wants. */
export function tryHeavy({ state, update, walk, partMax }: TrialJob): TrialAnswer {
  const walked = walkUpdate(update, walk);
  if (!walked.ok) return { kind: 'refused', reason: walked.reason };
  const copy = new Y.Doc();
  Y.applyUpdate(copy, state);
  const emitted: Uint8Array[] = [];
  copy.on('update', (bytes: Uint8Array) => emitted.push(bytes));
  const outcome = applyWhole(copy, update, null);
  if (outcome.kind === 'malformed') return { kind: 'refused', reason: 'unapplied' };
  if (outcome.kind === 'pending') return { kind: 'pending' };
  const [one, second] = emitted;
  if (second !== undefined) return { kind: 'refused', reason: 'unapplied' };
  return { kind: 'tried', parts: one === undefined ? [nothing] : partsOf(one, partMax) };
}
