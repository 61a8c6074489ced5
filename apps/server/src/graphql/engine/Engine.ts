import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { AnswerBody } from '../AnswerBody.ts';
import type { GraphqlContext } from '../Context.ts';
import { graphqlLimits } from '../graphqlLimits.ts';
import { refusal } from '../refusal.ts';
import { CostOf } from './costOf.ts';
import { isSafe } from './isSafe.ts';
import { KeptAnswers } from './KeptAnswers.ts';
import { mapEvents } from './mapEvents.ts';
import { maskError, type ReportFailure } from './maskError.ts';
import { type OperationObserver, outcomeOf, rootFieldOf } from './OperationObserver.ts';
import { mistakeText, type Preparation, type Prepared, PreparedDocuments, type Source } from './prepare.ts';

type Variables = Readonly<Record<string, unknown>>;

/** A request as a transport has read it: of the right types, not yet judged. */
export interface GraphqlRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Variables | null | undefined;
}

/** An operation that may run: within all limits, with variables that fit. */
export interface Admitted {
  readonly prepared: Prepared;
  readonly variables: Variables;
  /** What it costs with these variables. */
  readonly cost: number;
}

/** Either something to run, or why not. */
export type Admission =
  | { readonly ok: true; readonly value: Admitted }
  | { readonly ok: false; readonly errors: readonly GraphQLError[] };

/** Runs this often before it is compiled: compiling costs milliseconds, so one-off documents never pay. */
const runsBeforeCompiling = 2;

/** Runs documents against the schema; HTTP and sockets share it, so limits and masking are the same on both. */
export class Engine {
  readonly schema: GraphQLSchema;
  readonly #documents: PreparedDocuments;
  readonly #report: ReportFailure;
  readonly #operationMsMax: number;
  readonly #observer: OperationObserver | undefined;
  readonly #introspection: boolean;
  readonly #kept = new KeptAnswers();

  constructor(options: {
    readonly schema: GraphQLSchema;
    readonly introspection: boolean;
    readonly report: ReportFailure;
    readonly operationMsMax?: number;
    readonly observer?: OperationObserver | undefined;
  }) {
    this.schema = options.schema;
    this.#documents = new PreparedDocuments(options.schema, options.introspection);
    this.#introspection = options.introspection;
    this.#report = options.report;
    this.#operationMsMax = options.operationMsMax ?? graphqlLimits.operationMsMax;
    this.#observer = options.observer;
  }

  /**
   * Judges a request before anything of it runs: both transports ask here, so neither has limits of its own.
   * A transport that has parsed the document already hands it in.
   */
  admit(request: GraphqlRequest, parsed?: DocumentNode): Admission {
    const admission = this.#judge(request, parsed);
    if (!admission.ok) this.#observer?.refused(String(admission.errors[0]?.extensions.code));
    return admission;
  }

  /**
   * Judges a request whose document is remembered as a good one; null where it is not, and for subscriptions, so that
   * whoever asks takes the long way.
   */
  admitKnown(request: GraphqlRequest): Admission | null {
    const { query, operationName, variables } = request;
    const preparation = this.#documents.known({ query, operationName: operationName ?? null });
    if (!preparation?.ok || preparation.value.operation.operation === 'subscription') return null;
    const admission = this.#judgeVariables(preparation.value, variables ?? {});
    if (!admission.ok) this.#observer?.refused(String(admission.errors[0]?.extensions.code));
    return admission;
  }

  #judge({ query, operationName, variables }: GraphqlRequest, parsed?: DocumentNode): Admission {
    const preparation = this.prepare({
      query,
      operationName: operationName ?? null,
      ...(parsed === undefined ? {} : { parsed }),
    });
    if (!preparation.ok) return preparation;
    return this.#judgeVariables(preparation.value, variables ?? {});
  }

  #judgeVariables(prepared: Prepared, variables: Variables): Admission {
    if (!isSafe(variables)) return { ok: false, errors: [refusal('BAD_VARIABLES', { field: 'variables' })] };
    const errors = this.#refuse(prepared, variables);
    return errors === null
      ? { ok: true, value: { prepared, variables, cost: prepared.cost ?? 0 } }
      : { ok: false, errors };
  }

  /** Parses, validates and measures a document; remembers the outcome. */
  prepare(source: Source): Preparation {
    return this.#documents.prepare(source);
  }

  /** Why an operation may not run with these variables: their types or its cost; null when it may. */
  #refuse(prepared: Prepared, variables: Variables): readonly GraphQLError[] | null {
    const { document, operation } = prepared;
    const definitions = operation.variableDefinitions ?? [];
    if (prepared.cost === null || definitions.length > 0) {
      const coerced = getVariableValues(this.schema, definitions, variables, {
        maxErrors: graphqlLimits.validationErrorsMax,
        hideSuggestions: !this.#introspection,
      });
      if (coerced.errors !== undefined) {
        return coerced.errors.map((error) => refusal('BAD_VARIABLES', { message: mistakeText(error) }));
      }
      prepared.cost = new CostOf(this.schema, document, coerced.coerced).operation(operation);
    }
    if (prepared.cost <= graphqlLimits.costMax) return null;
    return [refusal('COST_LIMIT', { cost: prepared.cost, limit: graphqlLimits.costMax })];
  }

  /** Runs a query, a mutation or one event of a subscription. Never rejects. */
  async execute(
    admitted: Admitted,
    context: GraphqlContext,
    rootValue: unknown = {},
  ): Promise<ExecutionResult> {
    const startedAt = performance.now();
    const result = await this.#execute(admitted, context, rootValue);
    const { prepared } = admitted;
    const ms = performance.now() - startedAt;
    this.#observer?.ran(prepared.operation.operation, rootFieldOf(prepared), outcomeOf(result), ms);
    return result;
  }

  /**
   * What was answered to this question before, where nothing can have changed: the field that reads the version runs
   * for this request as ever, with all its checks, and tells the same version. Null: run it.
   */
  async recall(admitted: Admitted, context: GraphqlContext): Promise<AnswerBody | null> {
    const { prepared, variables } = admitted;
    if (prepared.gate === null || !this.#kept.has(admitted)) return null;
    const startedAt = performance.now();
    if (prepared.compiledGate === null) {
      prepared.compiledGate = 'no';
      prepared.compiledGate = this.#compiled(prepared.gate, prepared);
    }
    const gate = prepared.compiledGate;
    if (gate === 'no') return null;
    const { errors } = await this.#inTime(Promise.resolve(gate.query({}, context, variables)));
    const { version } = context.basis;
    const body = errors === undefined && version !== null ? this.#kept.of(admitted, version) : null;
    if (body === null) return null;
    this.#observer?.ran('query', rootFieldOf(prepared), 'ok', performance.now() - startedAt);
    this.#observer?.recalled();
    return body;
  }

  /** Keeps an answer for as long as the version it rests on is the one to be read. */
  keep(admitted: Admitted, { basis }: GraphqlContext, body: AnswerBody): void {
    if (admitted.prepared.gate === null || basis.version === null) return;
    this.#kept.keep(admitted, basis.version, body);
  }

  async #execute(admitted: Admitted, context: GraphqlContext, rootValue: unknown): Promise<ExecutionResult> {
    try {
      const running = this.#run(admitted, context, rootValue);
      // What is done already needs no limit of time.
      const result = running instanceof Promise ? await this.#inTime(running) : running;
      return result.errors === undefined || result.errors.length === 0
        ? result
        : { ...result, errors: result.errors.map((error) => this.mask(error, context.requestId)) };
    } catch (error) {
      return { data: null, errors: [this.failure(error, context.requestId)] };
    }
  }

  async #inTime(running: Promise<ExecutionResult>): Promise<ExecutionResult> {
    let timer: NodeJS.Timeout | undefined;
    const limit = this.#operationMsMax;
    const late = new Promise<ExecutionResult>((resolve) => {
      timer = setTimeout(
        () => resolve({ data: null, errors: [refusal('OPERATION_TIMEOUT', { limit })] }),
        limit,
      );
    });
    try {
      return await Promise.race([running, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Follows a subscription. Every event runs in a context of its own, so it
   * sees fresh data with the rights of that moment; `contextOf` rejects when there are none left.
   */
  async subscribe(
    admitted: Admitted,
    contextOf: () => Promise<GraphqlContext>,
  ): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
    const context = await contextOf();
    const { prepared, variables } = admitted;
    const source = await createSourceEventStream({
      schema: this.schema,
      document: prepared.document,
      operationName: prepared.operation.name?.value ?? null,
      variableValues: variables,
      contextValue: context,
      rootValue: {},
    });
    if (!(Symbol.asyncIterator in source)) {
      return { ...source, errors: source.errors?.map((error) => this.mask(error, context.requestId)) ?? [] };
    }
    return mapEvents(source, async (event) => {
      const result = await this.execute(admitted, await contextOf(), event);
      // A root field that fails, e.g. because the right is gone, ends the subscription with its reason.
      const [failure] = result.errors ?? [];
      if (result.data == null && failure !== undefined) throw failure;
      return result;
    });
  }

  /** An error as the caller may see it. */
  mask(error: GraphQLError, requestId: string): GraphQLError {
    return maskError(error, requestId, this.#report);
  }

  /** What an operation that ended by a throw is answered. */
  failure(thrown: unknown, requestId: string): GraphQLError {
    const originalError = thrown instanceof Error ? thrown : new Error(String(thrown));
    return this.mask(new GraphQLError('Something failed.', { originalError }), requestId);
  }

  #run(
    { prepared, variables }: Admitted,
    context: GraphqlContext,
    rootValue: unknown,
  ): ExecutionResult | Promise<ExecutionResult> {
    prepared.runs += 1;
    if (prepared.compiled === null && prepared.runs > runsBeforeCompiling) {
      prepared.compiled = 'no';
      prepared.compiled = this.#compiled(prepared.document, prepared);
    }
    if (prepared.compiled !== null && prepared.compiled !== 'no') {
      return prepared.compiled.query(rootValue, context, variables);
    }
    return execute({
      schema: this.schema,
      document: prepared.document,
      operationName: prepared.operation.name?.value ?? null,
      variableValues: variables,
      contextValue: context,
      rootValue,
    });
  }

  #compiled(document: DocumentNode, { operation }: Prepared): CompiledQuery | 'no' {
    const compiled = compileQuery(this.schema, document, operation.name?.value);
    return isCompiledQuery(compiled) ? compiled : 'no';
  }
}
