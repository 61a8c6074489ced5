import { type Connection, type Model, Schema } from 'mongoose';
import type { Actor } from './Actor.ts';
import type { SignedIn } from './permit.ts';
import { hashSecret, newSecretToken } from './secretToken.ts';

/** How long a ticket may be used. */
export const ticketLifeMs = 30_000;

interface TicketRecord {
  /** Hash of the ticket: the ticket itself is told once and kept nowhere. */
  _id: string;
  mapId: string;
  userId: string;
  /** What it was asked for with: a session, or a token. */
  sessionId: string | null;
  tokenId: string | null;
  expiresAt: Date;
}

const text = { type: String, required: true } as const;
const ticketSchema = new Schema<TicketRecord>(
  {
    _id: text,
    mapId: text,
    userId: text,
    sessionId: { type: String, default: null },
    tokenId: { type: String, default: null },
    expiresAt: { type: Date, required: true },
  },
  { versionKey: false, autoIndex: false, autoCreate: false, collection: 'tickets' },
);
ticketSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

/** A ticket as told to the program that asked for it. */
export interface IssuedTicket {
  readonly ticket: string;
  readonly expiresAt: Date;
}

/** Tickets with which a program opens one socket without a cookie: used once, bound to a map and a session or token [AUTH9]. */
export class Tickets {
  readonly #model: Model<TicketRecord>;
  readonly #ofSession: (sessionId: string) => Promise<Actor>;
  readonly #ofToken: (tokenId: string) => Promise<Actor>;
  readonly #now: () => Date;

  constructor(parts: {
    readonly connection: Connection;
    readonly ofSession: (sessionId: string) => Promise<Actor>;
    readonly ofToken: (tokenId: string) => Promise<Actor>;
    readonly now: () => Date;
  }) {
    const { connection } = parts;
    this.#model = connection.models.Ticket ?? connection.model<TicketRecord>('Ticket', ticketSchema);
    this.#ofSession = parts.ofSession;
    this.#ofToken = parts.ofToken;
    this.#now = parts.now;
  }

  async ensureIndexes(): Promise<void> {
    await this.#model.createIndexes();
  }

  /** Hands out a ticket; whether the person may see the map is the caller's to decide. */
  async issue(actor: Pick<SignedIn, 'userId' | 'sessionId' | 'token'>, mapId: string): Promise<IssuedTicket> {
    const now = this.#now();
    const ticket = newSecretToken();
    const expiresAt = new Date(now.getTime() + ticketLifeMs);
    // The embedded engine does not expire documents by itself.
    await this.#model.deleteMany({ expiresAt: { $lte: now } });
    const { userId, sessionId } = actor;
    const tokenId = actor.token?.tokenId ?? null;
    await this.#model.create({ _id: hashSecret(ticket), mapId, userId, sessionId, tokenId, expiresAt });
    return { ticket, expiresAt };
  }

  /**
   * Takes a ticket: whoever comes second, with another map, too late or after session or token ended is nobody.
   * Rights are read anew, so a ticket never carries old ones.
   */
  async consume(ticket: string, mapId: string): Promise<Actor> {
    if (ticket.length > 256) return { kind: 'nobody' };
    const record = await this.#model.findOneAndDelete({ _id: hashSecret(ticket) }).lean();
    if (record === null || record.mapId !== mapId || record.expiresAt <= this.#now())
      return { kind: 'nobody' };
    // One of an older node has no such field.
    if (record.tokenId) return this.#ofToken(record.tokenId);
    return record.sessionId === null ? { kind: 'nobody' } : this.#ofSession(record.sessionId);
  }
}
