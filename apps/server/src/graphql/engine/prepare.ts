import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import { graphqlLimits } from '../graphqlLimits.ts';
import { refusal } from '../refusal.ts';
import { checkDocument } from './checkDocument.ts';

/** A document that may run: parsed, validated and within the limits of its shape. */
export interface Prepared {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** What it costs; computed once where no variable has a say in it. */
  cost: number | null;
  /** How often it ran: documents seen again are worth compiling. */
  runs: number;
  /** `no`: it is always interpreted. */
  compiled: CompiledQuery | 'no' | null;
}

/** Either something to run, or why not. */
export type Preparation =
  | { readonly ok: true; readonly value: Prepared }
  | { readonly ok: false; readonly errors: readonly GraphQLError[] };

function chosen(document: DocumentNode, name: string | null): OperationDefinitionNode | null {
  const operations = document.definitions.filter(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  if (name === null) return operations.length === 1 ? (operations[0] ?? null) : null;
  return operations.find((operation) => operation.name?.value === name) ?? null;
}

function withCode(error: GraphQLError, code: 'SYNTAX' | 'VALIDATION', hideNames: boolean): GraphQLError {
  const { message, extensions } = refusal(code);
  // "Did you mean" tells a stranger the names of a schema whose introspection is off.
  const told = hideNames ? error.message.replace(/ ?Did you mean .*\?/s, '') : error.message;
  return new GraphQLError(told || message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    extensions,
  });
}

function prepareFresh(
  schema: GraphQLSchema,
  query: string,
  operationName: string | null,
  introspection: boolean,
): Preparation {
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: graphqlLimits.tokensMax, noLocation: false });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const tooLong = error.message.includes(`more that ${graphqlLimits.tokensMax} tokens`);
    return {
      ok: false,
      errors: [
        tooLong
          ? refusal('TOKEN_LIMIT', { limit: graphqlLimits.tokensMax })
          : withCode(error, 'SYNTAX', false),
      ],
    };
  }
  const operation = chosen(document, operationName);
  if (operation === null) {
    const message = 'Name one operation of the document in `operationName`.';
    return { ok: false, errors: [refusal('BAD_REQUEST', { field: 'operationName', message })] };
  }
  // The shape is checked first: it is linear, while some validation rules compare every pair of fields.
  const { refused, compilable } = checkDocument(document, operation, introspection);
  if (refused !== null) return { ok: false, errors: [refused] };
  const errors = validate(schema, document, undefined, { maxErrors: graphqlLimits.validationErrorsMax });
  if (errors.length > 0) {
    return { ok: false, errors: errors.map((error) => withCode(error, 'VALIDATION', !introspection)) };
  }
  return {
    ok: true,
    value: { document, operation, cost: null, runs: 0, compiled: compilable ? null : 'no' },
  };
}

/** Remembers the documents that were seen last, good ones and bad ones; the oldest unused one makes room. */
export class PreparedDocuments {
  readonly #schema: GraphQLSchema;
  readonly #introspection: boolean;
  readonly #known = new Map<string, Preparation>();

  constructor(schema: GraphQLSchema, introspection: boolean) {
    this.#schema = schema;
    this.#introspection = introspection;
  }

  /** Parses, validates and checks a document, or remembers that it did. */
  prepare(query: string, operationName: string | null): Preparation {
    const key = `${operationName ?? ''}\u0000${query}`;
    const known = this.#known.get(key);
    if (known !== undefined) {
      this.#known.delete(key);
      this.#known.set(key, known);
      return known;
    }
    const fresh = prepareFresh(this.#schema, query, operationName, this.#introspection);
    // One very long document must not cost as much memory as a thousand ordinary ones.
    if (query.length > graphqlLimits.documentCachedLengthMax) return fresh;
    this.#known.set(key, fresh);
    if (this.#known.size > graphqlLimits.documentsCached) {
      const oldest = this.#known.keys().next();
      if (!oldest.done) this.#known.delete(oldest.value);
    }
    return fresh;
  }
}
