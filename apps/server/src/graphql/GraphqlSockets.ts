import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Locale } from '@jejak/journey-model';
import type { ExecutionArgs, ExecutionResult, GraphQLError } from 'graphql';
import {
  CloseCode,
  GRAPHQL_TRANSPORT_WS_PROTOCOL,
  MessageType,
  makeServer,
  parseMessage,
  type Server,
  type SubscribePayload,
} from 'graphql-ws';
import { WebSocket, WebSocketServer } from 'ws';
import type { Actor } from '../auth/Actor.ts';
import { webHeaders } from '../auth/nodeRequest.ts';
import { DomainError } from '../errors/DomainError.ts';
import type { Subject } from '../rooms/LiveMaps.ts';
import { createContext, type GraphqlContext, type Services } from './Context.ts';
import type { Admitted, Engine } from './engine/Engine.ts';
import { graphqlLimits } from './graphqlLimits.ts';
import { inLanguage } from './inLanguage.ts';
import { languageAsked } from './languageAsked.ts';
import type { Allowances } from './rate/Allowances.ts';
import type { Charge } from './rate/Charge.ts';
import { rateLimited } from './rate/rateLimited.ts';
import { refusal, refusalIn, refusalOf } from './refusal.ts';

/** What answering over sockets needs. */
export interface SocketParts {
  readonly engine: Engine;
  readonly allowances: Allowances;
  readonly services: Services;
  /** Who asks, as stored this moment. */
  readonly resolveActor: (headers: Headers) => Promise<Actor>;
  /** Whether the upgrade comes from a page of ours; a program that sends no `Origin` may pass too. */
  readonly isAllowedOrigin: (request: IncomingMessage) => boolean;
  readonly refuseUpgrade: (
    socket: Duplex,
    status: 401 | 403 | 429,
    reason: string,
    retryAfterSeconds?: number,
  ) => void;
  readonly report: (error: unknown, requestId: string) => void;
}

type Member = Extract<Actor, { kind: 'member' }>;

/** A socket and whose it is. */
interface Connected {
  readonly socket: WebSocket;
  readonly headers: Headers;
  actor: Member;
  checkedAt: number;
}

/** An operation that may run, and for whom. */
interface Job {
  readonly connected: Connected;
  readonly admitted: Admitted;
  /** What its request took. */
  readonly charge: Charge;
}

/** The socket side of `/graphql`: graphql-ws, with limits, for people who are signed in. */
export class GraphqlSockets {
  readonly #parts: SocketParts;
  readonly #wss: WebSocketServer;
  readonly #protocol: Server<Connected>;
  readonly #connected = new Set<Connected>();
  readonly #jobs = new WeakMap<object, Job>();
  #closing = false;

  constructor(parts: SocketParts) {
    this.#parts = parts;
    this.#wss = new WebSocketServer({
      noServer: true,
      maxPayload: graphqlLimits.socketMessageBytesMax,
      perMessageDeflate: false,
      clientTracking: false,
      handleProtocols: (protocols) =>
        protocols.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : false,
    });
    this.#protocol = makeServer<Record<string, unknown> | undefined, Connected>({
      connectionInitWaitTimeout: graphqlLimits.socketInitMsMax,
      onSubscribe: (context, _id, payload) =>
        this.#admit(context.extra, payload, Object.keys(context.subscriptions).length),
      execute: (args) => this.#run(args, (job) => this.#execute(job)),
      subscribe: (args) => this.#run(args, (job) => this.#subscribe(job)),
      onError: ({ extra }, _id, _payload, errors) =>
        errors.map((error) =>
          inLanguage(this.#parts.engine.mask(error, randomUUID()).toJSON(), messageLocaleOf(extra)),
        ),
      onNext: ({ extra }, _id, _payload, _args, { data = null, errors }) =>
        errors && {
          data,
          errors: errors.map((error) => inLanguage(error.toJSON(), messageLocaleOf(extra))),
        },
    });
  }

  /** Takes over an upgrade of `/graphql`: origin and session are judged before the socket exists. Never rejects. */
  async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const { refuseUpgrade } = this.#parts;
    try {
      if (!this.#parts.isAllowedOrigin(request)) return refuseUpgrade(socket, 403, 'Forbidden');
      const headers = webHeaders(request);
      const actor = await this.#parts.resolveActor(headers);
      if (actor.kind === 'nobody' || this.#closing) return refuseUpgrade(socket, 401, 'Unauthorized');
      const { refused, resetSeconds } = this.#parts.allowances.charge(actor, null, 0);
      if (refused !== null) return refuseUpgrade(socket, 429, 'Too Many Requests', resetSeconds);
      const own = [...this.#connected].filter((other) => other.actor.userId === actor.userId);
      if (own.length >= graphqlLimits.socketsPerUserMax)
        return refuseUpgrade(socket, 429, 'Too Many Requests');
      if (socket.destroyed) return;
      this.#wss.handleUpgrade(request, socket, head, (ws) =>
        this.#open({ socket: ws, headers, actor, checkedAt: 0 }),
      );
    } catch (error) {
      this.#parts.report(error, randomUUID());
      socket.destroy();
    }
  }

  get size(): number {
    return this.#connected.size;
  }

  /**
   * Closes the sockets of a subject: for good where what they came in with has ended, and else so that they come back and
   * are judged anew [GQL62]. Subscriptions to a single map end by the check of each event.
   */
  disconnect({ userId, sessionId, tokenId, mapId, workspaceId }: Subject, code: number): void {
    const named = [userId, sessionId, tokenId, workspaceId].some((each) => each !== undefined);
    if (mapId !== undefined || !named) return;
    for (const { socket, actor } of [...this.#connected]) {
      const isMember = actor.memberships.some((membership) => membership.workspaceId === workspaceId);
      if (userId !== undefined && actor.userId !== userId) continue;
      if (sessionId !== undefined && actor.sessionId !== sessionId) continue;
      if (tokenId !== undefined && actor.token?.tokenId !== tokenId) continue;
      if (workspaceId !== undefined && !isMember) continue;
      if (code === CloseCode.Unauthorized) signedOut(socket);
      else socket.close(CloseCode.Forbidden, 'Access changed');
    }
  }

  /** Closes every socket so that clients come back elsewhere, and takes no new one. */
  dispose(): void {
    this.#closing = true;
    for (const { socket } of [...this.#connected]) {
      socket.close(1012, 'Restart');
      // A client that does not answer must not hold up the end.
      const timer = setTimeout(() => socket.terminate(), 1000);
      socket.once('close', () => clearTimeout(timer));
    }
    this.#wss.close();
  }

  #open(connected: Connected): void {
    const { socket } = connected;
    connected.checkedAt = performance.now();
    this.#connected.add(connected);
    socket.on('error', () => socket.terminate());
    let alive = true;
    const closed = this.#protocol.opened(
      {
        protocol: socket.protocol,
        send: (data) => send(socket, data),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (receive) => {
          socket.on('message', (data, isBinary) => {
            if (isBinary) return socket.close(CloseCode.BadRequest, 'Text only');
            const text = String(data);
            if (isOnlyOfServers(text)) return socket.close(CloseCode.BadRequest, 'Invalid message received');
            receive(text).catch((error: unknown) => {
              this.#parts.report(error, randomUUID());
              socket.close(CloseCode.InternalServerError, 'Internal error');
            });
          });
        },
      },
      connected,
    );
    socket.on('pong', () => {
      alive = true;
    });
    const heartbeat = setInterval(() => {
      if (!alive) return socket.terminate();
      alive = false;
      socket.ping();
    }, graphqlLimits.socketPingIntervalMs);
    const rights = setInterval(() => {
      this.#recheck(connected).catch((error: unknown) => {
        if (refusalIn(error) === null) this.#parts.report(error, randomUUID());
      });
    }, graphqlLimits.rightsCheckedEveryMs);
    socket.once('close', (code, reason) => {
      clearInterval(heartbeat);
      clearInterval(rights);
      this.#connected.delete(connected);
      closed(code, String(reason)).catch((error: unknown) => this.#parts.report(error, randomUUID()));
    });
  }

  /** The rights of this moment, at most `rightsCheckedEveryMs` old; closes the socket when the session is gone. */
  async #recheck(connected: Connected): Promise<Member> {
    const fresh = await this.#parts.resolveActor(connected.headers);
    connected.checkedAt = performance.now();
    if (fresh.kind === 'member') {
      connected.actor = fresh;
      return fresh;
    }
    signedOut(connected.socket);
    throw refusalOf(new DomainError('UNAUTHENTICATED'));
  }

  async #contextOf(connected: Connected, charge: Charge): Promise<GraphqlContext> {
    const isFresh = performance.now() - connected.checkedAt < graphqlLimits.rightsCheckedEveryMs;
    const actor = isFresh ? connected.actor : await this.#recheck(connected);
    if (connected.socket.readyState !== WebSocket.OPEN) throw refusalOf(new DomainError('UNAUTHENTICATED'));
    const { services } = this.#parts;
    return createContext({
      actor,
      locale: actor.locale,
      messageLocale: messageLocaleOf(connected),
      services,
      requestId: randomUUID(),
      charge,
    });
  }

  async #execute({ connected, admitted, charge }: Job): Promise<ExecutionResult> {
    return this.#parts.engine.execute(admitted, await this.#contextOf(connected, charge));
  }

  async #subscribe({ connected, admitted, charge }: Job) {
    let started = false;
    return this.#parts.engine.subscribe(admitted, async () => {
      // The first context is that of the request, which is paid.
      const paid = started ? this.#chargeEvent(connected, admitted) : charge;
      started = true;
      return this.#contextOf(connected, paid);
    });
  }

  /** An event costs what its operation costs; whoever cannot pay it has the subscription ended [RATE5]. */
  #chargeEvent({ actor }: Connected, { cost }: Admitted): Charge {
    const charge = this.#parts.allowances.charge(actor, null, cost, 0);
    if (charge.refused !== null) throw rateLimited(charge);
    return charge;
  }

  /** Runs a job; whatever it throws becomes an answer, so that one operation never costs the socket. */
  async #run<T>(args: ExecutionArgs, run: (job: Job) => Promise<T>): Promise<T | ExecutionResult> {
    const job = this.#jobs.get(args);
    if (job === undefined) throw new Error('An operation that was not admitted');
    try {
      return await run(job);
    } catch (error) {
      return { data: null, errors: [this.#parts.engine.failure(error, randomUUID())] };
    }
  }

  #admit(
    connected: Connected,
    payload: SubscribePayload,
    running: number,
  ): ExecutionArgs | readonly GraphQLError[] {
    const { allowances, engine } = this.#parts;
    // The library has counted this one already.
    if (running > graphqlLimits.subscriptionsPerSocketMax) {
      return [refusal('SUBSCRIPTION_LIMIT', { limit: graphqlLimits.subscriptionsPerSocketMax })];
    }
    const admission = engine.admit(payload);
    const charge = allowances.charge(connected.actor, null, admission.ok ? admission.value.cost : 0);
    if (charge.refused !== null) return [rateLimited(charge)];
    if (!admission.ok) return admission.errors;
    const { prepared, variables } = admission.value;
    const args: ExecutionArgs = {
      schema: engine.schema,
      document: prepared.document,
      operationName: prepared.operation.name?.value ?? null,
      variableValues: variables,
    };
    this.#jobs.set(args, { connected, admitted: admission.value, charge });
    return args;
  }
}

/** Ends a socket whose session or token has ended: the code that clients of graphql-ws do not come back after. */
function signedOut(socket: WebSocket): void {
  socket.close(CloseCode.Unauthorized, 'Signed out');
}

/** The language of messages: what the handshake asked for, else that of the account. */
function messageLocaleOf({ headers, actor }: Connected): Locale {
  return languageAsked(headers.get('accept-language')) ?? actor.locale;
}

const onlyOfServers: ReadonlySet<unknown> = new Set([
  MessageType.ConnectionAck,
  MessageType.Next,
  MessageType.Error,
]);

/** Whether a message is one that only servers send: the library takes it for a failure of its own. */
function isOnlyOfServers(text: string): boolean {
  try {
    return onlyOfServers.has(parseMessage(text).type);
  } catch {
    return false;
  }
}

/** Resolves once the bytes have left, so that a slow reader slows its own subscriptions and nobody else's. */
function send(socket: WebSocket, data: string): Promise<void> {
  if (socket.bufferedAmount > graphqlLimits.socketSendBufferBytesMax) {
    socket.terminate();
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    socket.send(data, () => resolve());
  });
}
