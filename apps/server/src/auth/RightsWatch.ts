import { decide } from '@jejak/access';
import { CloseCode, type MapPart } from '@jejak/protocol';
import type { IdentityModels } from './identityModels.ts';

/** How often open sockets are judged anew. */
const checkedEveryMs = 4_000;

/** An open socket, with the rights it was opened with. */
export interface WatchedSocket {
  readonly userId: string;
  readonly sessionId: string | null;
  readonly workspaceId: string;
  readonly canWrite: Readonly<Record<MapPart, boolean>>;
  close(code: number, reason: string): void;
}

/**
 * Judges open sockets anew every few seconds [AUTH13]. A change of rights closes sockets at once; this finds what
 * that misses: a socket that was being opened at that moment, a message lost between nodes, a session that
 * ran out.
 */
export class RightsWatch {
  readonly #sockets: () => Iterable<WatchedSocket>;
  readonly #models: IdentityModels;
  readonly #now: () => Date;
  readonly #report: (error: unknown) => void;
  #timer: NodeJS.Timeout | null = null;
  #checking: Promise<void> | null = null;

  constructor(parts: {
    readonly sockets: () => Iterable<WatchedSocket>;
    readonly models: IdentityModels;
    readonly now: () => Date;
    readonly report: (error: unknown) => void;
  }) {
    this.#sockets = parts.sockets;
    this.#models = parts.models;
    this.#now = parts.now;
    this.#report = parts.report;
  }

  start(): void {
    this.#timer ??= setInterval(() => {
      this.check().catch(this.#report);
    }, checkedEveryMs);
    this.#timer.unref();
  }

  /** Stops checking and waits for a check that is under way. */
  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    await this.#checking?.catch(() => {});
  }

  /** Judges all sockets now; a check that is under way is waited for instead of doubled. */
  check(): Promise<void> {
    this.#checking ??= this.#judgeAll().finally(() => {
      this.#checking = null;
    });
    return this.#checking;
  }

  async #judgeAll(): Promise<void> {
    const sockets = [...this.#sockets()].filter(({ sessionId }) => sessionId !== null);
    if (sockets.length === 0) return;
    const { Session, Member } = this.#models;
    const [sessions, members] = await Promise.all([
      Session.find({
        _id: { $in: [...new Set(sockets.map(({ sessionId }) => sessionId ?? ''))] },
        expiresAt: { $gt: this.#now() },
      }).lean(),
      Member.find({ userId: { $in: [...new Set(sockets.map(({ userId }) => userId))] } }).lean(),
    ]);
    const alive = new Set(sessions.map(({ _id }) => _id));
    const roleOf = new Map(
      members.map(({ organizationId, userId, role }) => [`${organizationId} ${userId}`, role]),
    );
    for (const socket of sockets) {
      const { workspaceId, userId, sessionId } = socket;
      const role = roleOf.get(`${workspaceId} ${userId}`);
      const memberships = role === undefined ? [] : [{ workspaceId, role }];
      const may = (action: 'map:read' | 'map:editStructure' | 'map:editContent') =>
        decide({ kind: 'member', memberships }, action, { workspaceId }).allowed;
      if (!alive.has(sessionId ?? '')) socket.close(CloseCode.SignIn, 'signed out');
      else if (!may('map:read')) socket.close(CloseCode.Forbidden, 'access ended');
      else if (
        socket.canWrite.structure !== may('map:editStructure') ||
        socket.canWrite.content !== may('map:editContent')
      ) {
        socket.close(CloseCode.AccessChanged, 'access changed');
      }
    }
  }
}
