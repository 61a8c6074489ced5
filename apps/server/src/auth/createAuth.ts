import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloseCode } from '@jejak/protocol';
import type { Connection } from 'mongoose';
import type { Config } from '../config/Config.ts';
import { DomainError } from '../errors/DomainError.ts';
import type { LiveMaps } from '../rooms/LiveMaps.ts';
import { type Accounts, BetterAuthAccounts } from './Accounts.ts';
import type { Actor, ResolveActor } from './Actor.ts';
import { ActorSource } from './ActorSource.ts';
import { MongoAttemptLimiter } from './AttemptLimiter.ts';
import { allowedOrigins } from './allowedOrigins.ts';
import { createAuthHandler, type SignInNotes } from './authHandler.ts';
import { createBetterAuth } from './createBetterAuth.ts';
import type { EndAccess } from './EndAccess.ts';
import { errorResponse } from './errorResponse.ts';
import { ensureIdentityIndexes, type IdentityModels, identityModels } from './identityModels.ts';
import { LibraryCalls } from './LibraryCalls.ts';
import type { Newcomers } from './Newcomers.ts';
import { sendWebResponse, webRequest } from './nodeRequest.ts';
import { createOidcDoor, oidcAllowance, oidcStateAllowance } from './oidc/oidcDoor.ts';
import { newSecretToken } from './secretToken.ts';
import { Tickets } from './Tickets.ts';
import { TokenSource } from './TokenSource.ts';

/** Wrong passwords that an account, and an address, may try before waiting. */
export const signInAllowance = { attemptsMax: 5, windowMs: 15 * 60_000 } as const;

/** What sign-in stands on. */
export interface AuthParts {
  /** Open, with the write concern of the whole server. */
  readonly connection: Connection;
  readonly config: Pick<Config, 'publicUrl' | 'authSecret' | 'host' | 'port' | 'oidc'>;
  /** Judges those who come through a provider without an account; nobody comes in when absent. */
  readonly newcomers?: Newcomers;
  readonly liveMaps: Pick<LiveMaps, 'disconnect'>;
  readonly log: { warn(message: string): void; error(message: string): void };
  /** The address a request comes from, as the front door settled it. */
  readonly addressOf: (request: IncomingMessage) => string;
  /** The time of the database. */
  readonly now?: () => Date;
  /** Hears who signs in and out. */
  readonly notes?: AccountNotes;
}

/** Hears what becomes of accounts and sessions; what it does is waited for. */
export interface AccountNotes extends SignInNotes {
  signedOut(userId: string): Promise<void>;
  /** An account of the provider became a way to sign in as this person. */
  connected(userId: string): Promise<void>;
}

const noNotes: AccountNotes = {
  signedIn: async () => {},
  notSignedIn: async () => {},
  signedOut: async () => {},
  connected: async () => {},
};
const nobodyNew: Newcomers = { admits: async () => false, welcome: async () => {} };

/** Everything the server knows about who somebody is. */
export interface Auth {
  /** Answers `/api/auth/*`; mount it before any body parser. */
  readonly nodeHandler: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Who asks, at most 5 s old, with a token 1.5 s: for requests. */
  readonly resolveActor: ResolveActor;
  /** Who asks, as stored this moment: for the handshake of a socket and its later re-checks. */
  readonly resolveActorFresh: ResolveActor;
  /** Who a session belongs to, as stored this moment: for sockets that re-check their rights. */
  readonly actorOfSession: (sessionId: string) => Promise<Actor>;
  readonly endAccess: EndAccess;
  /** Forgets what this node remembers of people; looking up again is cheap. */
  readonly forgetActors: () => void;
  /** Looks up somebody who does not exist, so that the first who comes does not wait for code to be loaded. */
  readonly rehearse: () => Promise<void>;
  readonly tickets: Tickets;
  readonly tokens: TokenSource;
  readonly accounts: Accounts;
  /** Ends the session that a browser had before it got a new one [AUTH16]. */
  readonly endFormer: (headers: Headers) => Promise<void>;
  readonly models: IdentityModels;
  /** Origins of our own pages; sockets with a cookie are refused from any other. */
  readonly origins: ReadonlySet<string>;
  /** The address a request comes from, as the front door settled it. */
  readonly addressOf: (request: IncomingMessage) => string;
}

/** Sets up sign-in on an open connection: indexes first, then the library on them. */
export async function createAuth(parts: AuthParts): Promise<Auth> {
  const { connection, config, liveMaps, log, addressOf } = parts;
  const now = parts.now ?? (() => new Date());
  const notes = parts.notes ?? noNotes;
  const models = identityModels(connection);
  const limiter = new MongoAttemptLimiter(connection, signInAllowance, now);
  const origins = allowedOrigins(config);
  const tokens = new TokenSource({
    connection,
    now,
    report: (error) =>
      log.warn(`The use of a token was not noted: ${error instanceof Error ? error.name : 'unknown error'}`),
  });
  await Promise.all([ensureIdentityIndexes(models), limiter.ensureIndexes(), tokens.ensureIndexes()]);

  const library = createBetterAuth({
    connection,
    config,
    origins,
    newcomers: parts.newcomers ?? nobodyNew,
    onVerified: (email) => accounts.discardStillborn(email),
    aheadMs: () => Date.now() - now().getTime(),
    onSessionEnd: async ({ id, userId }, signedOut) => {
      actors.invalidate();
      await liveMaps.disconnect({ sessionId: id }, CloseCode.SignIn);
      // A session that ran out is nobody's deed.
      if (signedOut) await notes.signedOut(userId);
    },
    onConnected: (userId) => notes.connected(userId),
    log: (level, message) => {
      if (level === 'error') log.error(message);
      else log.warn(message);
    },
  });
  const calls = await LibraryCalls.follow();
  const accounts: BetterAuthAccounts = new BetterAuthAccounts(library, calls, models, now);
  const { authCookies } = await library.$context;
  const actors: ActorSource = new ActorSource({
    models,
    tokens,
    sessionCookie: authCookies.sessionToken.name,
    readSession: async (headers) => {
      const found = await calls.run(() =>
        library.api.getSession({ headers, query: { disableRefresh: true } }),
      );
      return found === null ? null : { sessionId: found.session.id, userId: found.user.id };
    },
    now,
  });
  const tickets = new Tickets({
    connection,
    ofSession: (id) => actors.ofSession(id),
    ofToken: (id) => actors.ofToken(id),
    now,
  });
  await tickets.ensureIndexes();

  const { publicUrl } = config;
  const answer = (asked: Request) => calls.run(() => library.handler(asked));
  const endFormer = async (headers: Headers): Promise<void> => {
    if (headers.has('cookie')) await calls.run(() => library.api.signOut({ headers }));
  };
  const oidc =
    config.oidc === null
      ? null
      : createOidcDoor({
          answer,
          publicUrl,
          failures: new MongoAttemptLimiter(connection, oidcAllowance, now),
          states: new MongoAttemptLimiter(connection, oidcStateAllowance, now),
          notes,
          endFormer,
          signedInBy: async (response) => {
            const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
            const actor = await actors.resolveFresh(new Headers({ cookie: cookies.join('; ') }));
            return actor.kind === 'member' ? actor.userId : null;
          },
        });
  const handle = createAuthHandler({
    answer,
    oidc,
    origins,
    publicUrl,
    limiter,
    notes,
    endFormer,
    passwords: config.oidc?.passwords ?? true,
  });

  return {
    nodeHandler: async (request, response) => {
      try {
        const asked = await webRequest(request, new URL(publicUrl).origin);
        await sendWebResponse(await handle(asked, addressOf(request)), response);
      } catch (error) {
        const known = error instanceof DomainError;
        if (!known) log.error(`Sign-in failed: ${error instanceof Error ? error.name : 'unknown error'}`);
        await sendWebResponse(errorResponse(known ? error : new DomainError('INTERNAL')), response);
      }
    },
    resolveActor: (headers) => actors.resolve(headers),
    resolveActorFresh: (headers) => actors.resolveFresh(headers),
    actorOfSession: (sessionId) => actors.ofSession(sessionId),
    endAccess: async (subject, closeCode) => {
      actors.invalidate();
      await liveMaps.disconnect(subject, closeCode);
    },
    forgetActors: () => actors.invalidate(),
    rehearse: async () => {
      const token = newSecretToken();
      const signature = createHmac('sha256', config.authSecret).update(token).digest('base64');
      const cookie = `${authCookies.sessionToken.name}=${encodeURIComponent(`${token}.${signature}`)}`;
      await actors.resolveFresh(new Headers({ cookie }));
      await actors.rehearse();
    },
    tickets,
    tokens,
    accounts,
    endFormer,
    models,
    origins,
    addressOf,
  };
}
