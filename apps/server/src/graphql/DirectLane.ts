import type { ExecutionResult } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Asker } from './createApollo.ts';
import type { Admitted, Engine, GraphqlRequest } from './engine/Engine.ts';
import { isRecord } from './withKnownText.ts';

/** An answer as it goes out. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Buffer;
}

/** Runs an operation with the rights of whoever asks, or finds the bytes that it would answer. Never rejects. */
export type RunOrRecall = (admitted: Admitted, asker: Asker) => Promise<ExecutionResult | Buffer>;

/** An execution's result as Apollo Server writes it. */
export function printed({ errors, data }: ExecutionResult): string {
  return `${JSON.stringify({ errors, data })}\n`;
}

const acceptsRemembered = 100;
const acceptLengthMax = 256;

/** A request that has the plain form and nothing beside it; null for whatever Apollo should look at. */
function plainRequest(body: unknown): GraphqlRequest | null {
  if (!isRecord(body)) return null;
  const { query, operationName, variables, extensions } = body;
  if (typeof query !== 'string' || query === '' || extensions != null) return null;
  if (operationName != null && typeof operationName !== 'string') return null;
  if (variables != null && !isRecord(variables)) return null;
  return { query, operationName, variables };
}

/**
 * The short way for what comes again: a request of the plain form whose document is known to be good, from a caller
 * whose `Accept` Apollo has answered before. It is judged and run by the same engine and written the same way; all
 * else is Apollo's, which also says which type an `Accept` gets.
 */
export class DirectLane {
  readonly #engine: Engine;
  readonly #run: RunOrRecall;
  readonly #types = new LRUCache<string, string>({ max: acceptsRemembered });

  constructor(parts: {
    readonly engine: Engine;
    readonly run: RunOrRecall;
  }) {
    this.#engine = parts.engine;
    this.#run = parts.run;
  }

  /** Remembers which type Apollo chose for an `Accept`. */
  learn(accept: string, contentType: string): void {
    if (accept.length <= acceptLengthMax) this.#types.set(accept, contentType);
  }

  /** The answer, where this way is open to the request; null sends it to Apollo, and nothing of it has run. */
  async answer(accept: string, body: unknown, asker: Asker): Promise<Answer | null> {
    const contentType = this.#types.get(accept);
    if (contentType === undefined) return null;
    const request = plainRequest(body);
    if (request === null) return null;
    const admission = this.#engine.admitKnown(request);
    if (admission === null) return null;
    const result = admission.ok ? await this.#run(admission.value, asker) : { errors: admission.errors };
    if (Buffer.isBuffer(result)) return { status: 200, contentType, body: result };
    return { status: result.data === undefined ? 400 : 200, contentType, body: printed(result) };
  }
}
