import type { UpdateLog } from '../persistence/UpdateLog.ts';

interface Turn {
  readonly docIds: Set<string>;
  readonly tails: Promise<ReadonlyMap<string, number>>;
}

/** How far documents are in the log: one question for all who ask in one turn, which begins after all of them have asked. */
export class TurnTails {
  readonly #log: Pick<UpdateLog, 'tails'>;
  #turn: Turn | null = null;

  constructor(log: Pick<UpdateLog, 'tails'>) {
    this.#log = log;
  }

  /** Of these and perhaps of more; a document of which there is nothing is left out. */
  async of(docIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    this.#turn ??= this.#begin();
    for (const docId of docIds) this.#turn.docIds.add(docId);
    return this.#turn.tails;
  }

  #begin(): Turn {
    const docIds = new Set<string>();
    const ended = new Promise<void>((resolve) => setImmediate(resolve));
    const ask = async (): Promise<ReadonlyMap<string, number>> => {
      await ended;
      this.#turn = null;
      return this.#log.tails([...docIds]);
    };
    return { docIds, tails: ask() };
  }
}
