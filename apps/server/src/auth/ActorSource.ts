import { isRole } from '@jejak/access';
import { type Locale, locales, type Team, teams } from '@jejak/journey-model';
import type { Actor } from './Actor.ts';
import { FreshLookups } from './FreshLookups.ts';
import type { IdentityModels } from './identityModels.ts';

/** How long a looked-up actor may be believed without asking again. */
const cacheMsMax = 5_000;
const cacheEntriesMax = 10_000;

const nobody: Actor = { kind: 'nobody' };

/** A live session as the sign-in library knows it. */
export interface KnownSession {
  readonly sessionId: string;
  readonly userId: string;
}

/** Reads the session out of request headers; null when there is none that is valid. */
export type ReadSession = (headers: Headers) => Promise<KnownSession | null>;

interface CacheEntry {
  readonly actor: Promise<Actor>;
  readonly until: number;
}

/** Finds out who asks, with a short memory of who asked a moment ago [AUTH8]. */
export class ActorSource {
  readonly #models: IdentityModels;
  readonly #readSession: ReadSession;
  readonly #sessionCookie: string;
  readonly #now: () => Date;
  readonly #fresh = new FreshLookups<Actor>();
  readonly #cache = new Map<string, CacheEntry>();

  constructor(parts: {
    readonly models: IdentityModels;
    readonly readSession: ReadSession;
    /** Name of the cookie that holds the session. */
    readonly sessionCookie: string;
    readonly now: () => Date;
  }) {
    this.#models = parts.models;
    this.#readSession = parts.readSession;
    this.#sessionCookie = parts.sessionCookie;
    this.#now = parts.now;
  }

  /** Who asks, at most 5 s old: for requests. */
  async resolve(headers: Headers): Promise<Actor> {
    const key = cookieValue(headers, this.#sessionCookie);
    if (key === null) return nobody;
    const now = this.#now().getTime();
    const known = this.#cache.get(key);
    if (known && known.until > now) return known.actor;
    const actor = this.resolveFresh(headers);
    this.#remember(key, { actor, until: now + cacheMsMax });
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
    const key = cookieValue(headers, this.#sessionCookie);
    if (key === null) return nobody;
    return this.#fresh.look(key, async () => {
      const session = await this.#readSession(headers);
      return session === null ? nobody : this.#actorOf(session);
    });
  }

  /** Who a session belongs to; nobody once it has ended. */
  async ofSession(sessionId: string): Promise<Actor> {
    const session = await this.#models.Session.findOne({
      _id: sessionId,
      expiresAt: { $gt: this.#now() },
    }).lean();
    return session === null ? nobody : this.#actorOf({ sessionId, userId: session.userId });
  }

  /** Looks up the rights of somebody who does not exist. */
  async rehearse(): Promise<void> {
    await this.#actorOf({ sessionId: '', userId: '' });
  }

  /** Forgets everybody remembered here: rights have changed. Looking up again is cheap. */
  invalidate(): void {
    this.#cache.clear();
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
