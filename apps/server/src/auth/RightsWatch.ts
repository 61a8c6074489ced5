import { type AccessActor, decide } from '@jejak/access';
import { CloseCode, type MapPart } from '@jejak/protocol';
import type { IdentityModels } from './identityModels.ts';
import { grantOf } from './TokenRecord.ts';
import type { TokenSource } from './TokenSource.ts';

/** How often the open sockets of tokens are judged anew: revoked is revoked within 2 s, also without a bus [TOKEN6]. */
const checkedEveryMs = 1_500;
/** Each how-manieth time those of sessions are judged along. */
const sessionsEach = 3;

/** An open socket, with the rights it was opened with. */
export interface WatchedSocket {
  readonly userId: string;
  readonly sessionId: string | null;
  readonly tokenId: string | null;
  readonly mapId: string;
  readonly workspaceId: string;
  readonly canWrite: Readonly<Record<MapPart, boolean>>;
  close(code: number, reason: string): void;
}

/**
 * Judges open sockets anew every few seconds [AUTH13]. A change of rights closes sockets at once; this finds what
 * that misses: a socket that was being opened at that moment, a message lost between nodes, a session or token that
 * ran out.
 */
export class RightsWatch {
  readonly #sockets: () => Iterable<WatchedSocket>;
  readonly #models: IdentityModels;
  readonly #tokens: Pick<TokenSource, 'findMany'>;
  readonly #now: () => Date;
  readonly #report: (error: unknown) => void;
  #timer: NodeJS.Timeout | null = null;
  #checking: Promise<void> | null = null;

  constructor(parts: {
    readonly sockets: () => Iterable<WatchedSocket>;
    readonly models: IdentityModels;
    readonly tokens: Pick<TokenSource, 'findMany'>;
    readonly now: () => Date;
    readonly report: (error: unknown) => void;
  }) {
    this.#sockets = parts.sockets;
    this.#models = parts.models;
    this.#tokens = parts.tokens;
    this.#now = parts.now;
    this.#report = parts.report;
  }

  start(): void {
    let ticks = 0;
    let allDue = false;
    this.#timer ??= setInterval(() => {
      ticks += 1;
      allDue ||= ticks % sessionsEach === 0;
      // A slow check is not followed by a queue of them.
      if (this.#checking !== null) return;
      const which = allDue ? 'all' : 'tokens';
      allDue = false;
      this.check(which).catch(this.#report);
    }, checkedEveryMs);
    this.#timer.unref();
  }

  /** Stops checking and waits for a check that is under way. */
  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    await this.#checking?.catch(() => {});
  }

  /** Judges sockets now; a check that is under way is waited for instead of doubled. */
  check(which: 'all' | 'tokens' = 'all'): Promise<void> {
    this.#checking ??= this.#judge(which).finally(() => {
      this.#checking = null;
    });
    return this.#checking;
  }

  async #judge(which: 'all' | 'tokens'): Promise<void> {
    const sockets = [...this.#sockets()].filter(
      ({ sessionId, tokenId }) => tokenId !== null || (which === 'all' && sessionId !== null),
    );
    if (sockets.length === 0) return;
    const actorOf = await this.#actorsOf(sockets);
    for (const socket of sockets) {
      const actor = actorOf(socket);
      const { workspaceId, mapId } = socket;
      const may = (action: 'map:read' | 'map:editStructure' | 'map:editContent') =>
        decide(actor, action, { workspaceId, mapId }).allowed;
      if (actor.kind === 'nobody') socket.close(CloseCode.SignIn, 'signed out');
      else if (!may('map:read')) socket.close(CloseCode.Forbidden, 'access ended');
      else if (
        socket.canWrite.structure !== may('map:editStructure') ||
        socket.canWrite.content !== may('map:editContent')
      ) {
        socket.close(CloseCode.AccessChanged, 'access changed');
      }
    }
  }

  /** Who opened each socket, with the rights of this moment: three reads, however many there are. */
  async #actorsOf(sockets: readonly WatchedSocket[]): Promise<(socket: WatchedSocket) => AccessActor> {
    const { Session, Member } = this.#models;
    const [sessions, tokens, members] = await Promise.all([
      Session.find({ _id: { $in: named(sockets, 'sessionId') }, expiresAt: { $gt: this.#now() } }).lean(),
      this.#tokens.findMany(named(sockets, 'tokenId')),
      Member.find({ userId: { $in: named(sockets, 'userId') } }).lean(),
    ]);
    const alive = new Set(sessions.map(({ _id }) => _id));
    const tokenById = new Map(tokens.map((token) => [token._id, token]));
    const roleOf = new Map(
      members.map(({ organizationId, userId, role }) => [`${organizationId} ${userId}`, role]),
    );
    return ({ userId, sessionId, tokenId, workspaceId }) => {
      const record = tokenId === null ? null : (tokenById.get(tokenId) ?? null);
      if (tokenId === null ? !alive.has(sessionId ?? '') : record === null) return { kind: 'nobody' };
      const role = record?.role ?? roleOf.get(`${workspaceId} ${userId}`);
      return {
        kind: 'member',
        memberships: role === undefined ? [] : [{ workspaceId, role }],
        token: record === null ? null : grantOf(record),
      };
    };
  }
}

function named(sockets: readonly WatchedSocket[], field: 'userId' | 'sessionId' | 'tokenId'): string[] {
  return [...new Set(sockets.flatMap((socket) => socket[field] ?? []))];
}
