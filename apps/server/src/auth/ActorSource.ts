import { isRole } from '@jejak/access';
import { type Locale, locales, type Team, teams } from '@jejak/journey-model';
import type { Actor } from './Actor.ts';
import { bearerOf } from './bearerOf.ts';
import { FreshLookups } from './FreshLookups.ts';
import type { IdentityModels } from './identityModels.ts';
import { grantOf, type TokenRecord } from './TokenRecord.ts';
import type { TokenSource } from './TokenSource.ts';
import { tokenFingerprint } from './tokenSecret.ts';

/** How long a looked-up actor may be believed without asking again: by a session, and by a token [TOKEN6]. */
const sessionBelievedMs = 5_000;
const tokenBelievedMs = 1_500;
const cacheEntriesMax = 10_000;

const nobody: Actor = { kind: 'nobody' };

/** A live session as the sign-in library knows it. */
export interface KnownSession {
  readonly sessionId: string;
  readonly userId: string;
}

/** Reads the session out of request headers; null when there is none that is valid. */
export type ReadSession = (headers: Headers) => Promise<KnownSession | null>;

/** What a request says about who asks, and how to find out. */
interface Credential {
  /** The same for everybody who gives the same. */
  readonly key: string;
  readonly believedMs: number;
  readonly find: () => Promise<Actor>;
}

interface CacheEntry {
  readonly actor: Promise<Actor>;
  readonly until: number;
}

/** Finds out who asks, with a short memory of who asked a moment ago [AUTH8]. */
export class ActorSource {
  readonly #models: IdentityModels;
  readonly #tokens: Pick<TokenSource, 'use' | 'findMany'>;
  readonly #readSession: ReadSession;
  readonly #sessionCookie: string;
  readonly #now: () => Date;
  readonly #fresh = new FreshLookups<Actor>();
  readonly #cache = new Map<string, CacheEntry>();

  constructor(parts: {
    readonly models: IdentityModels;
    readonly tokens: Pick<TokenSource, 'use' | 'findMany'>;
    readonly readSession: ReadSession;
    /** Name of the cookie that holds the session. */
    readonly sessionCookie: string;
    readonly now: () => Date;
  }) {
    this.#models = parts.models;
    this.#tokens = parts.tokens;
    this.#readSession = parts.readSession;
    this.#sessionCookie = parts.sessionCookie;
    this.#now = parts.now;
  }

  /** Who asks, at most 5 s old, with a token 1.5 s: for requests. */
  async resolve(headers: Headers): Promise<Actor> {
    const credential = this.#credentialOf(headers);
    if (credential === null) return nobody;
    const { key, believedMs } = credential;
    const now = this.#now().getTime();
    const known = this.#cache.get(key);
    if (known && known.until > now) return known.actor;
    const actor = this.#fresh.look(key, credential.find);
    this.#remember(key, { actor, until: now + believedMs });
    try {
      const found = await actor;
      if (found.kind === 'nobody') this.#forget(key, actor);
      return found;
    } catch (error) {
      this.#forget(key, actor);
      throw error;
    }
  }

  /** Who asks, as stored this moment: for whatever outlives a request, such as a socket. */
  async resolveFresh(headers: Headers): Promise<Actor> {
    const credential = this.#credentialOf(headers);
    return credential === null ? nobody : this.#fresh.look(credential.key, credential.find);
  }

  /** Who a session belongs to; nobody once it has ended. */
  async ofSession(sessionId: string): Promise<Actor> {
    const session = await this.#models.Session.findOne({
      _id: sessionId,
      expiresAt: { $gt: this.#now() },
    }).lean();
    return session === null ? nobody : this.#actorOf({ sessionId, userId: session.userId });
  }

  /** Who a token acts as; nobody once it is revoked or has run out. */
  async ofToken(tokenId: string): Promise<Actor> {
    const [record] = await this.#tokens.findMany([tokenId]);
    return record === undefined ? nobody : this.#actorOfToken(record);
  }

  /** Looks up the rights of somebody who does not exist. */
  async rehearse(): Promise<void> {
    await this.#actorOf({ sessionId: '', userId: '' });
  }

  /** Forgets everybody remembered here: rights have changed. Looking up again is cheap. */
  invalidate(): void {
    this.#cache.clear();
  }

  /** A token wins over a cookie, also one that is worth nothing: whoever shows one asks as a program [TOKEN5]. */
  #credentialOf(headers: Headers): Credential | null {
    const bearer = bearerOf(headers);
    if (bearer !== null) {
      const print = tokenFingerprint(bearer);
      if (print === null) return null;
      const find = async () => {
        const record = await this.#tokens.use(print);
        return record === null ? nobody : this.#actorOfToken(record);
      };
      return { key: `token ${print.hash}`, believedMs: tokenBelievedMs, find };
    }
    const cookie = cookieValue(headers, this.#sessionCookie);
    if (cookie === null) return null;
    const find = async () => {
      const session = await this.#readSession(headers);
      return session === null ? nobody : this.#actorOf(session);
    };
    return { key: `cookie ${cookie}`, believedMs: sessionBelievedMs, find };
  }

  async #actorOfToken(record: TokenRecord): Promise<Actor> {
    const token = { ...grantOf(record), kind: record.kind };
    const { workspaceId, role, userId, name } = record;
    if (userId !== null) {
      const person = await this.#actorOf({ sessionId: '', userId });
      if (person.kind === 'nobody') return nobody;
      const memberships = person.memberships.filter(
        (membership) => workspaceId === null || membership.workspaceId === workspaceId,
      );
      return { ...person, sessionId: null, token, memberships };
    }
    const exists = await this.#models.Organization.exists({ _id: workspaceId });
    if (workspaceId === null || !isRole(role) || exists === null) return nobody;
    return {
      kind: 'member',
      userId: token.tokenId,
      sessionId: null,
      token,
      name,
      email: '',
      locale: 'en',
      memberships: [{ workspaceId, role, team: 'OTHER' }],
    };
  }

  async #actorOf({ sessionId, userId }: KnownSession): Promise<Actor> {
    const [user, members] = await Promise.all([
      this.#models.User.findById(userId).lean(),
      this.#models.Member.find({ userId }).sort({ createdAt: 1, _id: 1 }).lean(),
    ]);
    if (user === null) return nobody;
    return {
      kind: 'member',
      userId,
      sessionId,
      token: null,
      name: user.name,
      email: user.email,
      locale: localeOf(user.locale),
      memberships: members.flatMap(({ organizationId, role, team }) =>
        isRole(role) ? [{ workspaceId: organizationId, role, team: teamOf(team) }] : [],
      ),
    };
  }

  #remember(key: string, entry: CacheEntry): void {
    this.#cache.delete(key);
    this.#cache.set(key, entry);
    for (const oldest of this.#cache.keys()) {
      if (this.#cache.size <= cacheEntriesMax) break;
      this.#cache.delete(oldest);
    }
  }

  #forget(key: string, actor: Promise<Actor>): void {
    if (this.#cache.get(key)?.actor === actor) this.#cache.delete(key);
  }
}

function localeOf(value: unknown): Locale {
  return locales.find((locale) => locale === value) ?? 'en';
}

function teamOf(value: unknown): Team {
  return teams.find((team) => team === value) ?? 'OTHER';
}

function cookieValue(headers: Headers, name: string): string | null {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}
