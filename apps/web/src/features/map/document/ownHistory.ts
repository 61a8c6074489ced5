import { createUndo, type HeldStep, type MapDocs, type Undo } from '@jejak/journey-model';
import type { OwnHistory } from './LiveSession.ts';
import { createStore } from './Store.ts';

interface Held {
  step: HeldStep;
  begunBefore: boolean;
}

/** Makes a history that can begin anew in other documents: what was done in the former ones is out of its reach. */
export function ownHistory(
  docs: MapDocs,
  origin: object,
): OwnHistory & { begin(docs: MapDocs): void; destroy(): void } {
  const canUndo = createStore(false);
  const canRedo = createStore(false);
  const holds = new Set<Held>();
  const follow = (present: MapDocs): Undo =>
    createUndo({
      docs: present,
      origin,
      now: () => performance.now(),
      onState: (state) => {
        canUndo.set(state.canUndo);
        canRedo.set(state.canRedo);
      },
    });
  let undo = follow(docs);
  return {
    canUndo,
    canRedo,
    undo: () => undo.undo(),
    redo: () => undo.redo(),
    endStep: () => undo.boundary(),
    gesture: (act) => undo.gesture(act),
    hold() {
      const held: Held = { step: undo.hold(), begunBefore: false };
      holds.add(held);
      return {
        keep() {
          holds.delete(held);
          held.step.keep();
        },
        drop() {
          holds.delete(held);
          held.step.drop();
          return held.begunBefore ? 'begunBefore' : 'gone';
        },
      };
    },
    begin(present) {
      undo.destroy();
      undo = follow(present);
      canUndo.set(false);
      canRedo.set(false);
      for (const held of holds) {
        held.step = undo.hold();
        held.begunBefore = true;
      }
    },
    destroy: () => undo.destroy(),
  };
}
