import type * as Y from 'yjs';
import type { ApplyOutcome } from './applyUpdate.ts';
import { changedIds } from './changedIds.ts';
import { FullState } from './FullState.ts';
import { loadOrigin, logOrigin } from './origins.ts';
import type { Receiver } from './Receiver.ts';
import type { Taken } from './TakenQueue.ts';

/** The document of a room as it is now. Edits are tried: what they encode to is taken only when all went well. */
export class LiveDocument {
  readonly #take: (taken: Taken) => void;
  readonly #spoilt: () => void;
  #doc: Y.Doc;
  #revision = 0;
  readonly #fullState = new FullState();
  /** Where emitted updates go while somebody's edit is being tried. */
  #trial: Taken[] | null = null;
  #trialFrom: Receiver | null = null;

  /** `take` hears what an edit came to, `spoilt` that the document holds a part of one and must be replaced. */
  constructor(doc: Y.Doc, take: (taken: Taken) => void, spoilt: () => void) {
    this.#take = take;
    this.#spoilt = spoilt;
    this.#doc = this.#adopt(doc);
  }

  get doc(): Y.Doc {
    return this.#doc;
  }

  /** Changes with every change of the document. */
  get revision(): number {
    return this.#revision;
  }

  /** What somebody with this state vector lacks. */
  encode(stateVector: Uint8Array): Uint8Array {
    return this.#fullState.encode(this.#doc, this.#revision, stateVector);
  }

  /** Goes on with another document; the one before is destroyed. */
  replace(doc: Y.Doc): void {
    const old = this.#doc;
    this.#doc = this.#adopt(doc);
    this.#revision += 1;
    old.destroy();
  }

  /** Runs an edit; when it goes wrong nothing is taken. */
  try(from: Receiver | null, apply: () => ApplyOutcome): ApplyOutcome {
    const trial: Taken[] = [];
    this.#trial = trial;
    this.#trialFrom = from;
    let outcome: ApplyOutcome;
    try {
      outcome = apply();
    } finally {
      this.#trial = null;
      this.#trialFrom = null;
    }
    if (outcome.kind === 'applied') for (const taken of trial) this.#take(taken);
    else if (outcome.dirty) this.#spoilt();
    return outcome;
  }

  #adopt(doc: Y.Doc): Y.Doc {
    doc.on('update', (update: Uint8Array, origin: unknown, from: Y.Doc, transaction: Y.Transaction) => {
      this.#revision += 1;
      if (origin === loadOrigin || origin === logOrigin || from !== this.#doc) return;
      const taken = {
        update,
        from: this.#trialFrom,
        changedIds: changedIds(from, transaction),
        newClients: newClients(transaction),
      };
      if (this.#trial === null) this.#take(taken);
      else this.#trial.push(taken);
    });
    return doc;
  }
}

/** Clients whose first clocks came with a transaction. */
function newClients({ beforeState, afterState }: Y.Transaction): readonly number[] {
  if (beforeState.size === afterState.size) return [];
  return [...afterState.keys()].filter((client) => !beforeState.has(client));
}
