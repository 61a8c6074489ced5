import { randomUUID } from 'node:crypto';
import { ApolloServer, type ApolloServerOptionsWithGateway } from '@apollo/server';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import type { Locale } from '@jejak/journey-model';
import { type DocumentNode, type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Admitted, Engine } from './engine/Engine.ts';
import { documentCacheBounds, parseOptions, syntaxRefusal } from './engine/prepare.ts';
import { refusal, refusalIn } from './refusal.ts';

/** Who sent a request; looked up only once its operation is admitted. */
export interface Asker {
  readonly requestId: string;
  readonly headers: Headers;
  /** The language of messages; that of the account once it is known and the request names none. */
  messageLocale: Locale | null;
}

/** What belongs to each request, for Apollo to hand on. */
export interface ApolloContext {
  readonly asker: Asker;
}

/** What Apollo Server stands on. */
export interface ApolloParts {
  readonly engine: Engine;
  /** Runs an operation with the rights of whoever asks. Never rejects. */
  readonly run: (admitted: Admitted, asker: Asker) => Promise<ExecutionResult>;
  readonly report: (error: unknown, about: string) => void;
}

/**
 * Apollo Server as the HTTP side of GraphQL: what a request must look like, how it is answered and with which
 * status. Judging and running operations is the engine's, which sockets share. It holds nothing to be closed.
 */
export async function createApollo(parts: ApolloParts): Promise<ApolloServer<ApolloContext>> {
  const report = (message: unknown) => parts.report(message, 'Apollo Server');
  const apollo = new ApolloServer<ApolloContext>({
    gateway: overEngine(parts),
    parseOptions,
    documentStore: new InMemoryLRUCache<DocumentNode>({
      ...documentCacheBounds,
      sizeCalculation: ({ loc }) => loc?.end ?? 1,
    }),
    // The engine validates, after it has measured the document and with the figures that hold on sockets too.
    dangerouslyDisableValidation: true,
    formatError: (formatted, error) => inOurWords(parts.engine, formatted, error),
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: { debug: () => {}, info: () => {}, warn: report, error: report },
    // Nothing is told to others and nothing runs that is not used, whatever the environment holds.
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();
  return apollo;
}

/** Apollo's hook for another executor. An answer without `data` was refused, which makes its status 400. */
function overEngine({ engine, run }: ApolloParts): ApolloServerOptionsWithGateway<ApolloContext>['gateway'] {
  let loaded: (schema: { apiSchema: Engine['schema']; coreSupergraphSdl: string }) => void = () => {};
  return {
    onSchemaLoadOrUpdate(listener) {
      loaded = listener;
      return () => {};
    },
    async load() {
      loaded({ apiSchema: engine.schema, coreSupergraphSdl: '' });
      return {
        async executor({ source, document, request, context }) {
          const { operationName, variables } = request;
          const admission = engine.admit({ query: source, operationName, variables }, document);
          if (!admission.ok) return { errors: admission.errors };
          if (admission.value.prepared.operation.operation === 'subscription') {
            return { errors: [refusal('BAD_REQUEST', { message: 'Subscribe over a WebSocket.' })] };
          }
          return run(admission.value, context.asker);
        },
      };
    },
    async stop() {},
  };
}

/** What Apollo itself refuses, with our codes and message keys; what the engine answers has them already. */
function inOurWords(engine: Engine, formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  if (error instanceof GraphQLError) {
    switch (error.extensions.code) {
      case ApolloServerErrorCode.GRAPHQL_PARSE_FAILED:
        return syntaxRefusal(error).toJSON();
      case ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE:
        return refusalIn(error.originalError)?.toJSON() ?? formatted;
      case ApolloServerErrorCode.PERSISTED_QUERY_NOT_SUPPORTED:
      case ApolloServerErrorCode.BAD_REQUEST:
        if (error.extensions.messageKey !== undefined) return formatted;
        return refusal('BAD_REQUEST', { message: error.message }).toJSON();
      case undefined:
        break;
      default:
        return formatted;
    }
  }
  return engine.failure(error, randomUUID()).toJSON();
}
