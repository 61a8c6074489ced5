import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { defaultFieldResolver, type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import type { ResolveActor } from '../auth/Actor.ts';
import type { Subject } from '../rooms/LiveMaps.ts';
import type { Services } from './Context.ts';
import { Engine } from './engine/Engine.ts';
import type { OperationObserver } from './engine/OperationObserver.ts';
import { GraphqlSockets, type SocketParts } from './GraphqlSockets.ts';
import { createHttpHandler, type HttpParts } from './httpHandler.ts';
import type { Allowances } from './rate/Allowances.ts';

/** What GraphQL stands on. */
export interface GraphqlParts {
  readonly schema: GraphQLSchema;
  readonly services: Services;
  /** Who asks, for requests. */
  readonly resolveActor: ResolveActor;
  /** Who asks, as stored this moment: for sockets and their later re-checks. */
  readonly resolveActorFresh: ResolveActor;
  readonly introspection: boolean;
  /** The longest an operation may take; 10 s unless told. */
  readonly operationMsMax?: number;
  readonly isOwnPageOrProgram: HttpParts['isOwnPageOrProgram'];
  readonly isAllowedOrigin: SocketParts['isAllowedOrigin'];
  readonly refuseUpgrade: SocketParts['refuseUpgrade'];
  readonly observer?: OperationObserver;
  readonly allowances: Allowances;
  /** Told of failures that nobody expected; callers only learn that something failed. */
  readonly report: (error: unknown, requestId: string) => void;
}

/** GraphQL as the front door mounts it. */
export interface Graphql {
  /** Answers `POST /graphql`; mount it before any body parser. Never rejects. */
  readonly httpHandler: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Takes over an upgrade of `/graphql`. */
  readonly wsHandler: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Closes the sockets of a subject whose rights changed, without waiting for their next re-check; `code` says how. */
  disconnect(subject: Subject, code: number): void;
  /** How many sockets are open. */
  openSockets(): number;
  /** Closes every socket with 1012 and takes no new one. */
  dispose(): void;
}

/** Joins schema, engine and transports. */
export async function createGraphql(parts: GraphqlParts): Promise<Graphql> {
  const { allowances, services, report } = parts;
  const engine = new Engine({
    schema: withoutTrivialResolvers(parts.schema),
    introspection: parts.introspection,
    report,
    observer: parts.observer,
    ...(parts.operationMsMax === undefined ? {} : { operationMsMax: parts.operationMsMax }),
  });
  const sockets = new GraphqlSockets({
    engine,
    allowances,
    services,
    resolveActor: parts.resolveActorFresh,
    isAllowedOrigin: parts.isAllowedOrigin,
    refuseUpgrade: parts.refuseUpgrade,
    report,
  });
  const httpHandler = await createHttpHandler({
    engine,
    allowances,
    services,
    resolveActor: parts.resolveActor,
    isOwnPageOrProgram: parts.isOwnPageOrProgram,
    report,
  });
  return {
    httpHandler,
    wsHandler(request, socket, head) {
      void sockets.upgrade(request, socket, head);
    },
    disconnect: (subject, code) => sockets.disconnect(subject, code),
    openSockets: () => sockets.size,
    dispose: () => sockets.dispose(),
  };
}

/** A field that only reads a property needs no function: compiled documents then read it in place. */
function withoutTrivialResolvers(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.resolve === defaultFieldResolver) delete field.resolve;
    }
  }
  return schema;
}
