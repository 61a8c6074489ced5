import * as Y from 'yjs';
import type { MapDocs } from '../operation.ts';
import { findObstacle, type History, type Obstacle } from './findObstacle.ts';
import { markAdded } from './markAdded.ts';
import { OwnWrites } from './OwnWrites.ts';
import { recordItemOf, typeOf } from './recordItem.ts';
import type { StackItem } from './stackItem.ts';

const typingMergeMsMax = 500;
const stepsMax = 200;
const parts = ['structure', 'content'] as const;
type Part = (typeof parts)[number];

/** What undo needs to know. */
export interface UndoOptions {
  readonly docs: MapDocs;
  /** Only transactions with this origin are this person's: operations and bound texts must all use it. */
  readonly origin: object;
  /** Milliseconds; typing in one text within half a second is one step. */
  readonly now: () => number;
  readonly onState?: (state: UndoState) => void;
}

/** What the undo and redo buttons show. */
export interface UndoState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** `NOTHING`: there was no step. Else why the step was given up; nothing of it was done, the next call goes on. */
export type UndoOutcome =
  | { readonly done: true }
  | { readonly done: false; readonly reason: Obstacle | 'NOTHING' };

/** A step that is still being made. Both ends may be called again; only the first counts. */
export interface HeldStep {
  keep(): void;
  /** As if it had never been: nothing of it can be undone or redone. What others wrote into keeps its record. */
  drop(): void;
}

/** Undo and redo of one person's own acts on both documents of a map, as one stack. */
export interface Undo {
  readonly state: UndoState;
  undo(): UndoOutcome;
  redo(): UndoOutcome;
  /** What follows starts a new step. */
  boundary(): void;
  /** All that `act` writes, in either document, is one step. */
  gesture<T>(act: () => T): T;
  /** All that is written until the step is kept or dropped is one step, such as a card while it is first written. */
  hold(): HeldStep;
  destroy(): void;
}

type Step = {
  [P in Part]?: StackItem;
} & {
  /** What everybody had written by then. */
  readonly since: { readonly [P in Part]: History };
};

/** The one text a transaction typed in; null when it did anything else. */
function typedText(changed: Iterable<readonly Y.YEvent<Y.AbstractType<unknown>>[]>): Y.Text | null {
  const targets = new Set([...changed].flatMap((events) => events.map((event) => event.target)));
  const [target] = targets;
  return targets.size === 1 && target instanceof Y.Text ? target : null;
}

/** Begins to record this person's acts; everything before is out of its reach. */
export function createUndo({ docs, origin, now, onState }: UndoOptions): Undo {
  const own = new OwnWrites();
  const undoSteps: Step[] = [];
  const redoSteps: Step[] = [];
  /** Steps given up: Yjs must still know that their writes were this person's. */
  const retired: Step[] = [];
  let open = false;
  let gestures = 0;
  let typing: { text: Y.Text; at: number } | null = null;
  /** Records that the step being taken back added: they get the mark of a deleted record and keep all they hold. */
  let hidden: ReadonlySet<Y.Item> = new Set();

  // With no capture time Yjs makes one item per transaction; which ones form a step is decided here.
  const manage = (part: Part) =>
    new Y.UndoManager(docs[part], {
      trackedOrigins: new Set([origin]),
      captureTimeout: 0,
      // Yjs would count a transaction that wrote nothing as a step, and end redo with it.
      captureTransaction: (transaction) => transaction.changed.size > 0,
      // A record or text once made is never removed: a colleague may be writing into it right now.
      deleteFilter: (item) => {
        const record = recordItemOf(item);
        return typeOf(item) === null && (record === null || !hidden.has(record));
      },
    });
  const managers = { structure: manage('structure'), content: manage('content') };

  const state = (): UndoState => ({ canUndo: undoSteps.length > 0, canRedo: redoSteps.length > 0 });
  const report = (): void => onState?.(state());
  const itemsOf = (part: Part, steps: readonly Step[]): StackItem[] =>
    steps.flatMap((step) => step[part] ?? []);

  function forget(steps: Step[]): void {
    for (const part of parts) {
      managers[part].redoStack = itemsOf(part, steps);
      managers[part].clear(false, true);
    }
    steps.length = 0;
  }

  const historyOf = (part: Part): History => Y.decodeStateVector(Y.encodeStateVector(docs[part]));

  function record(part: Part, item: StackItem, text: Y.Text | null): void {
    forget(redoSteps);
    const continues = gestures > 0 ? open : open && text !== null && typing?.text === text;
    const inTime = gestures > 0 || (typing !== null && now() - typing.at < typingMergeMsMax);
    const last = undoSteps.at(-1);
    if (continues && inTime && last !== undefined) {
      const earlier = last[part];
      if (earlier === undefined) last[part] = item;
      else {
        earlier.insertions = Y.mergeDeleteSets([earlier.insertions, item.insertions]);
        earlier.deletions = Y.mergeDeleteSets([earlier.deletions, item.deletions]);
      }
    } else {
      undoSteps.push({
        [part]: item,
        since: { structure: historyOf('structure'), content: historyOf('content') },
      });
      if (undoSteps.length > stepsMax) forget(undoSteps.splice(0, 1));
    }
    open = true;
    typing = text === null ? null : { text, at: now() };
    report();
  }

  function follow(part: Part): () => void {
    const manager = managers[part];
    const capture = (event: {
      stackItem: StackItem;
      changedParentTypes: Map<unknown, readonly Y.YEvent<Y.AbstractType<unknown>>[]>;
    }): void => {
      own.add(event.stackItem.insertions);
      if (manager.undoing || manager.redoing) return;
      manager.undoStack = [];
      record(part, event.stackItem, typedText(event.changedParentTypes.values()));
    };
    manager.on('stack-item-added', capture);
    return () => manager.destroy();
  }
  const stops = parts.map(follow);

  /** Takes one document's part of a step back, and answers what would bring it about again. */
  function revert(part: Part, item: StackItem, redoing: boolean): StackItem | undefined {
    const manager = managers[part];
    // Yjs falls through to the next item when one has no effect: it gets this one alone, and the others
    // only as witnesses of what was this person's.
    const others = itemsOf(part, [...undoSteps, ...redoSteps, ...retired]);
    manager.undoStack = redoing ? [...others] : [item];
    manager.redoStack = redoing ? [item] : [...others];
    // Within the one transaction in which Yjs takes back the rest.
    const hide = (transaction: Y.Transaction): void => {
      hidden = markAdded(transaction, item);
    };
    docs[part].on('beforeTransaction', hide);
    try {
      if (redoing) manager.redo();
      else manager.undo();
    } finally {
      docs[part].off('beforeTransaction', hide);
      hidden = new Set();
    }
    const produced = redoing ? manager.undoStack : manager.redoStack;
    const inverse = produced.length > others.length ? produced.at(-1) : undefined;
    manager.undoStack = [];
    manager.redoStack = [];
    return inverse;
  }

  function take(from: Step[], to: Step[], redoing: boolean): UndoOutcome {
    open = false;
    const step = from.pop();
    if (step === undefined) return { done: false, reason: 'NOTHING' };
    let reason: Obstacle | null = null;
    for (const part of parts)
      reason ??= step[part] ? findObstacle(docs[part], step[part], own, step.since[part]) : null;
    const inverse: Step = { since: step.since };
    if (reason === null) {
      for (const part of parts) {
        const item = step[part];
        const produced = item === undefined ? undefined : revert(part, item, redoing);
        if (produced !== undefined) inverse[part] = produced;
      }
      if (inverse.structure === undefined && inverse.content === undefined) reason = 'GONE';
      else to.push(inverse);
    }
    if (reason !== null) {
      retired.push(step);
      if (retired.length > stepsMax) forget(retired.splice(0, 1));
    }
    report();
    return reason === null ? { done: true } : { done: false, reason };
  }

  return {
    get state() {
      return state();
    },
    undo: () => take(undoSteps, redoSteps, false),
    redo: () => take(redoSteps, undoSteps, true),
    boundary() {
      open = false;
    },
    gesture(act) {
      if (gestures === 0) open = false;
      gestures += 1;
      try {
        return act();
      } finally {
        gestures -= 1;
        if (gestures === 0) open = false;
      }
    },
    hold() {
      if (gestures === 0) open = false;
      gestures += 1;
      const before = undoSteps.at(-1);
      let held = true;
      const end = (): boolean => {
        if (!held) return false;
        held = false;
        gestures -= 1;
        if (gestures === 0) open = false;
        return true;
      };
      return {
        keep() {
          end();
        },
        drop() {
          if (!end() || undoSteps.at(-1) === before) return;
          take(undoSteps, redoSteps, false);
          forget(redoSteps);
          report();
        },
      };
    },
    destroy() {
      for (const stop of stops) stop();
    },
  };
}
