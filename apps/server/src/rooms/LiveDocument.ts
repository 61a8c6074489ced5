import type { ActorRef } from '@jejak/access';
import * as Y from 'yjs';
import { type ApplyOutcome, applyJudged } from './applyUpdate.ts';
import type { WholeDocument } from './Compactor.ts';
import { changedIds } from './changedIds.ts';
import { FullState } from './FullState.ts';
import { loadOrigin, logOrigin } from './origins.ts';
import type { Receiver } from './Receiver.ts';
import type { Taken } from './TakenQueue.ts';

/** Where a document comes from: its whole state where that is known, so that it need not be built. */
export interface DocumentSource {
  readonly state: Uint8Array | null;
  /** Of `state`, where it is known. */
  readonly stateVector: Uint8Array | null;
  readonly doc: Y.Doc;
}

/**
 * The document of a room as it is now. Edits are tried: what they encode to is taken only when all went well. While
 * nobody needs the document itself it rests: only its bytes are kept, and readers are served from them.
 */
export class LiveDocument {
  readonly #take: (taken: Taken) => void;
  readonly #spoilt: () => void;
  readonly #now: () => number;
  #usedAt: number;
  /** null while it rests. */
  #doc: Y.Doc | null = null;
  /** Kept over a rest: each new id stays in the document for good. */
  #clientId: number | null = null;
  #revision = 0;
  readonly #fullState = new FullState();
  /** Where emitted updates go while somebody's edit is being tried. */
  #trial: Taken[] | null = null;
  #trialFrom: Receiver | null = null;
  #trialBy: ActorRef | null = null;
  /** The transactions of a live edit while it is applied. */
  #heard: Y.Transaction[] | null = null;

  /** `take` hears what an edit came to, `spoilt` that the document holds a part of one and must be replaced. */
  constructor(source: DocumentSource, take: (taken: Taken) => void, spoilt: () => void, now: () => number) {
    this.#now = now;
    this.#usedAt = now();
    this.#take = take;
    this.#spoilt = spoilt;
    this.#begin(source);
  }

  /** The document; builds it when it rests. */
  get doc(): Y.Doc {
    this.#usedAt = this.#now();
    if (this.#doc !== null) return this.#doc;
    const doc = new Y.Doc();
    Y.applyUpdate(doc, this.#fullState.whole(null, this.#revision), loadOrigin);
    // Only now: Yjs takes another id when what it applies was written under its own.
    if (this.#clientId !== null) doc.clientID = this.#clientId;
    this.#doc = this.#adopt(doc);
    return doc;
  }

  /** Whether only its bytes are kept. */
  get resting(): boolean {
    return this.#doc === null;
  }

  /** All of it as one update. */
  get whole(): Uint8Array {
    return this.#fullState.whole(this.#doc, this.#revision);
  }

  /** All of it for a snapshot. */
  get merged(): WholeDocument {
    return { state: this.whole, stateVector: this.stateVector };
  }

  get stateVector(): Uint8Array {
    return this.#fullState.stateVector(this.#doc, this.#revision);
  }

  /** Changes with every change of the document. */
  get revision(): number {
    return this.#revision;
  }

  /** What somebody with this state vector lacks. */
  encode(stateVector: Uint8Array): Uint8Array {
    return this.#fullState.encode(this.#doc, this.#revision, stateVector);
  }

  /** Whether an update is what an empty or an equal copy sends, told without building the document. */
  isNoNews(update: Uint8Array): boolean {
    return this.#fullState.isNoNews(this.#doc, this.#revision, update);
  }

  /** Goes on with another document; the one before is destroyed. */
  replace(source: DocumentSource): void {
    this.#drop();
    this.#revision += 1;
    this.#clientId = null;
    this.#begin(source);
  }

  /** Keeps only the bytes of a document nobody needed for so long; whoever does builds it again. */
  restUnused(ms: number): void {
    const doc = this.#doc;
    if (doc === null || this.#now() - this.#usedAt < ms) return;
    this.#fullState.whole(doc, this.#revision);
    // From the document this is quicker than from its bytes later.
    this.encode(this.stateVector);
    this.#clientId = doc.clientID;
    this.#drop();
  }

  /** The end; what it held may still be read. */
  destroy(): void {
    this.#doc?.destroy();
  }

  /** Runs an edit of somebody; when it goes wrong nothing is taken. */
  try(from: Receiver | null, by: ActorRef | null, apply: () => ApplyOutcome): ApplyOutcome {
    const trial: Taken[] = [];
    this.#trial = trial;
    this.#trialFrom = from;
    this.#trialBy = by;
    let outcome: ApplyOutcome;
    try {
      outcome = apply();
    } finally {
      this.#trial = null;
      this.#trialFrom = null;
      this.#trialBy = null;
    }
    if (outcome.kind === 'applied') for (const taken of trial) this.#take(taken);
    else if (outcome.dirty) this.#spoilt();
    return outcome;
  }

  /**
   * Applies a judged update of which the document holds no struct yet. It is taken as it came, so that Yjs need not write
   * it anew.
   */
  tryEdit(from: Receiver, update: Uint8Array): ApplyOutcome {
    const { doc } = this;
    const heard: Y.Transaction[] = [];
    this.#heard = heard;
    doc.off('update', this.#written);
    const outcome = applyJudged(doc, update, from);
    doc.on('update', this.#written);
    this.#heard = null;
    this.#changed();
    const [transaction, answer] = heard;
    // Nobody edits in answer to an edit; what would be in the document and not in these bytes.
    if (outcome.kind === 'applied' && transaction !== undefined && answer === undefined)
      // Copied, or a buffer of the network with all else that came in it would be kept.
      this.#take(takenOf(Buffer.from(update), from, from.by, doc, transaction));
    else this.#spoilt();
    return outcome;
  }

  #drop(): void {
    this.#doc?.destroy();
    this.#doc = null;
  }

  #begin(source: DocumentSource): void {
    if (source.state === null) this.#doc = this.#adopt(source.doc);
    else this.#fullState.begin(this.#revision, source.state, source.stateVector);
  }

  #adopt(doc: Y.Doc): Y.Doc {
    doc.on('update', this.#written);
    doc.on('afterTransactionCleanup', this.#hear);
    return doc;
  }

  #changed(): void {
    this.#revision += 1;
    this.#fullState.forget();
  }

  readonly #hear = (transaction: Y.Transaction): void => {
    this.#heard?.push(transaction);
  };

  readonly #written = (
    update: Uint8Array,
    origin: unknown,
    from: Y.Doc,
    transaction: Y.Transaction,
  ): void => {
    this.#changed();
    if (origin === loadOrigin || origin === logOrigin || from !== this.#doc) return;
    const taken = takenOf(update, this.#trialFrom, this.#trialBy, from, transaction);
    if (this.#trial === null) this.#take(taken);
    else this.#trial.push(taken);
  };
}

/** Written out: spreading an object costs as much as a tenth of applying an edit. */
function takenOf(
  update: Uint8Array,
  from: Receiver | null,
  by: ActorRef | null,
  doc: Y.Doc,
  transaction: Y.Transaction,
): Taken {
  return {
    update,
    from,
    by,
    changedIds: changedIds(doc, transaction),
    newClients: newClients(transaction),
  };
}

/** Clients whose first clocks came with a transaction. */
function newClients({ beforeState, afterState }: Y.Transaction): readonly number[] {
  if (beforeState.size === afterState.size) return [];
  return [...afterState.keys()].filter((client) => !beforeState.has(client));
}
