import { LRUCache } from 'lru-cache';
import type { AnswerBody } from '../AnswerBody.ts';
import { graphqlLimits } from '../graphqlLimits.ts';
import type { Admitted } from './Engine.ts';
import type { Prepared } from './prepare.ts';

interface Kept {
  /** Held weakly: an answer keeps no version of a map in memory. */
  readonly version: WeakRef<object>;
  readonly body: AnswerBody;
}

/**
 * The last answer of each question whose answer follows from one version of a map, as it goes out. Nothing is answered
 * from here unless the right to read that very version was asked for this request.
 */
export class KeptAnswers {
  readonly #numbers = new WeakMap<Prepared, number>();
  #next = 0;
  readonly #kept = new LRUCache<string, Kept>({
    maxSize: graphqlLimits.answersKeptBytesMax,
    maxEntrySize: graphqlLimits.answerKeptBytesMax,
    // Packed it is kept too.
    sizeCalculation: ({ body }, key) => 2 * (body.plain.length + key.length),
  });

  /** Whether it is worth asking for the version. */
  has(admitted: Admitted): boolean {
    return this.#kept.has(this.#keyOf(admitted));
  }

  /** The answer for this version; null where another or none is kept. */
  of(admitted: Admitted, version: object): AnswerBody | null {
    const kept = this.#kept.get(this.#keyOf(admitted));
    return kept?.version.deref() === version ? kept.body : null;
  }

  keep(admitted: Admitted, version: object, body: AnswerBody): void {
    // Small answers are made as fast as they are found.
    if (body.plain.length < graphqlLimits.answerKeptBytesMin) return;
    this.#kept.set(this.#keyOf(admitted), { version: new WeakRef(version), body });
  }

  #keyOf({ prepared, variables }: Admitted): string {
    let number = this.#numbers.get(prepared);
    if (number === undefined) {
      number = this.#next++;
      this.#numbers.set(prepared, number);
    }
    return `${number} ${JSON.stringify(variables)}`;
  }
}
