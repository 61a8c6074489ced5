import type { ExecutionResult } from 'graphql';
import { LRUCache } from 'lru-cache';
import { AnswerBody } from './AnswerBody.ts';
import type { Asker } from './createApollo.ts';
import type { Admitted, Engine, GraphqlRequest } from './engine/Engine.ts';
import { graphqlLimits } from './graphqlLimits.ts';
import { isRecord } from './withKnownText.ts';

/** An answer as it goes out. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | AnswerBody;
}

/** Runs an operation with the rights of whoever asks, or finds the bytes that it would answer. Never rejects. */
export type RunOrRecall = (admitted: Admitted, asker: Asker) => Promise<ExecutionResult | AnswerBody>;

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
    if (result instanceof AnswerBody) return { status: 200, contentType, body: result };
    const text = printed(result);
    // Only queries are packed: what others could add to a packed answer might tell them of a secret beside it, and only
    // mutations answer secrets, such as the link of an invitation.
    const packable =
      admission.ok &&
      result.errors === undefined &&
      admission.value.prepared.operation.operation === 'query' &&
      text.length >= graphqlLimits.packedFromBytes;
    const written = packable ? new AnswerBody(text) : text;
    return { status: result.data === undefined ? 400 : 200, contentType, body: written };
  }
}
