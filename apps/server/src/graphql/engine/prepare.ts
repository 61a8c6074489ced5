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
import { LRUCache } from 'lru-cache';
import { graphqlLimits } from '../graphqlLimits.ts';
import { refusal } from '../refusal.ts';
import { checkDocument } from './checkDocument.ts';
import { isComparable } from './isComparable.ts';
import { isLong } from './isLong.ts';
import { fieldThatTellsVersion, gateOf } from './restsOnVersion.ts';

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
  /** For questions whose answer follows from one version: asks only whether that may be read. */
  readonly gate: DocumentNode | null;
  compiledGate: CompiledQuery | 'no' | null;
}

/** A document, and which of its operations is meant. */
export interface Source {
  readonly query: string;
  /** Needed where the document holds several. */
  readonly operationName: string | null;
  /** The document as the transport has parsed it already, with `parseOptions`. */
  readonly parsed?: DocumentNode;
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

/** What graphql-js says of a mistake, which repeats names and values of whatever length. */
export function mistakeText(error: GraphQLError): string {
  const { message } = error;
  const most = graphqlLimits.mistakeLengthMax;
  return message.length <= most ? message : `${message.slice(0, most)}…`;
}

function withCode(error: GraphQLError, code: 'SYNTAX' | 'VALIDATION'): GraphQLError {
  const { extensions } = refusal(code);
  return new GraphQLError(mistakeText(error), {
    nodes: error.nodes?.slice(0, graphqlLimits.mistakePlacesMax) ?? null,
    source: error.source ?? null,
    positions: error.positions?.slice(0, graphqlLimits.mistakePlacesMax) ?? null,
    extensions,
  });
}

/** What is told of a text that is too long to be a document. */
export function longRefusal(): GraphQLError {
  return refusal('TOKEN_LIMIT', { limit: graphqlLimits.tokensMax });
}

/** What is told of a text that cannot be parsed. */
export function syntaxRefusal(error: GraphQLError): GraphQLError {
  return error.message.includes(`more that ${graphqlLimits.tokensMax} tokens`)
    ? longRefusal()
    : withCode(error, 'SYNTAX');
}

/** How texts are parsed, whoever does it. */
export const parseOptions = { maxTokens: graphqlLimits.tokensMax } as const;

/** How many documents are remembered. Their length stands for the memory that they take. */
export const documentCacheBounds = {
  max: graphqlLimits.documentsCached,
  maxSize: graphqlLimits.documentsCachedLengthMax,
  maxEntrySize: graphqlLimits.documentCachedLengthMax,
} as const;

function prepareFresh(
  schema: GraphQLSchema,
  { query, operationName, parsed }: Source,
  introspection: boolean,
): Preparation {
  if (isLong(query)) return { ok: false, errors: [longRefusal()] };
  let document: DocumentNode;
  try {
    document = parsed ?? parse(query, parseOptions);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { ok: false, errors: [syntaxRefusal(error)] };
  }
  const operation = chosen(document, operationName);
  if (operation === null) {
    const message = 'Name one operation of the document in `operationName`.';
    return { ok: false, errors: [refusal('BAD_REQUEST', { field: 'operationName', message })] };
  }
  // The shape is checked first: it is linear, while some validation rules compare every pair of fields.
  const { refused, compilable } = checkDocument(document, operation, introspection);
  if (refused !== null) return { ok: false, errors: [refused] };
  const { comparisonsMax, validationErrorsMax: maxErrors } = graphqlLimits;
  if (!isComparable(document, comparisonsMax)) {
    return { ok: false, errors: [refusal('REPEAT_LIMIT', { limit: comparisonsMax })] };
  }
  // Suggestions would tell a stranger the names of a schema whose introspection is off.
  const errors = validate(schema, document, undefined, { maxErrors, hideSuggestions: !introspection });
  if (errors.length > 0) return { ok: false, errors: errors.map((error) => withCode(error, 'VALIDATION')) };
  const root = compilable ? fieldThatTellsVersion(schema, document, operation) : null;
  return {
    ok: true,
    value: {
      document,
      operation,
      cost: null,
      runs: 0,
      compiled: compilable ? null : 'no',
      gate: root === null ? null : gateOf(operation, root),
      compiledGate: null,
    },
  };
}

function keyOf({ query, operationName }: Source): string {
  return `${operationName ?? ''}\u0000${query}`;
}

/** Remembers the documents that were seen last, good ones and bad ones. */
export class PreparedDocuments {
  readonly #schema: GraphQLSchema;
  readonly #introspection: boolean;
  readonly #known = new LRUCache<string, Preparation>({
    ...documentCacheBounds,
    sizeCalculation: (_preparation, key) => key.length,
  });

  constructor(schema: GraphQLSchema, introspection: boolean) {
    this.#schema = schema;
    this.#introspection = introspection;
  }

  /** Parses, validates and checks a document, or remembers that it did. */
  prepare(source: Source): Preparation {
    const known = this.known(source);
    if (known !== undefined) return known;
    const fresh = prepareFresh(this.#schema, source, this.#introspection);
    this.#known.set(keyOf(source), fresh);
    return fresh;
  }

  /** What became of a document that was seen before. */
  known(source: Source): Preparation | undefined {
    return this.#known.get(keyOf(source));
  }
}
