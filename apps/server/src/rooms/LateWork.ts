import { createHash } from 'node:crypto';
import type { ActorRef } from '@jejak/access';
import { carryInto, isCarried } from '@jejak/document-lives';
import * as Y from 'yjs';
import { DomainError } from '../errors/DomainError.ts';
import type { HeavyOutcome, HeavyWork } from '../heavy/HeavyWork.ts';
import type { LogEntry } from '../persistence/UpdateLog.ts';
import { type FormerLife, type FormerLives, formerIdOf } from './FormerLives.ts';
import { durable } from './mapWaits.ts';
import { serverOrigin } from './origins.ts';
import type { Room } from './Room.ts';

/** Work that rests on a former life of a document. */
export interface LateUpdate {
  readonly epoch: number;
  readonly userId: string;
  readonly by: ActorRef;
  readonly update: Uint8Array;
  readonly mayWrite: boolean;
}

/** What became of it; `notKept`: that life is forgotten or never was, `forbidden`: there is something, and no right to it. */
export type LateOutcome =
  | { readonly kind: 'carried' }
  | { readonly kind: 'notKept' }
  | { readonly kind: 'forbidden' }
  | Exclude<HeavyOutcome, { readonly kind: 'tried' }>;

interface LateWorkOptions {
  readonly lives: FormerLives;
  readonly heavy: HeavyWork;
  /** Resolves when a room has read what other nodes wrote and may be written; rejects when that takes too long. */
  readonly caughtUp: (room: Room) => Promise<void>;
}

const attemptsMax = 5;
const nothing = Uint8Array.of(0, 0);
const later = (): DomainError => new DomainError('UNAVAILABLE', { retryAfterSeconds: 2 });

/**
 * Takes what somebody wrote in a former life of a document and repeats it in the present one. First it is appended to the
 * former life, so that it is durable and has a place among other late work; then its changes of content are made in the
 * present life under a client id of their own; then the former life notes that they are in. Whatever ends in between is
 * taken up by the next attempt, and what is in already is not done again.
 */
export class LateWork {
  readonly #options: LateWorkOptions;

  constructor(options: LateWorkOptions) {
    this.#options = options;
  }

  /** Where a former life stands, as a state vector (V1): what one holds beyond it is late. Null when it is not kept. */
  async stateVector(docId: string, epoch: number): Promise<Uint8Array | null> {
    const life = await this.#options.lives.load(docId, epoch);
    return life === null ? null : Y.encodeStateVectorFromUpdate(life.whole);
  }

  /** Brings late work into a room; what it wrote there is durable once the room says so. */
  async bring(room: Room, late: LateUpdate): Promise<LateOutcome> {
    const { lives, heavy } = this.#options;
    for (let attempt = 0; attempt < attemptsMax; attempt++) {
      const life = await lives.load(room.docId, late.epoch);
      if (life === null) return { kind: 'notKept' };
      const { userId, update } = late;
      const walk = room.walkOptions('work');
      // It becomes one entry of a life that nobody is in: in one part.
      const whole = { userId, update, walk, partMax: Number.MAX_SAFE_INTEGER };
      const outcome = await heavy.try({ ...whole, state: () => life.whole });
      if (outcome.kind !== 'tried') return outcome;
      const [news = nothing] = outcome.parts;
      const isNews = Buffer.compare(news, nothing) !== 0;
      if (isNews && !late.mayWrite) return { kind: 'forbidden' };
      // Somebody else's late work took the number: look again.
      if (isNews && !(await lives.append(life, news, late.by))) continue;
      const known = isNews ? await lives.load(room.docId, late.epoch) : life;
      if (known === null) return { kind: 'notKept' };
      await this.#repeat(room, known);
      return { kind: 'carried' };
    }
    throw later();
  }

  async #repeat(room: Room, life: FormerLife): Promise<void> {
    const { lives, heavy } = this.#options;
    const docId = formerIdOf(room.docId, life.epoch);
    const { roots } = room;
    let { state } = life;
    for (const entry of life.late) {
      const answer = await heavy.changesOf({ docId, state, roots }, entry.updates);
      if (answer.kind !== 'changes') throw later();
      const by = entry.authors?.[0]?.by ?? null;
      await this.#make(room, carryIdOf(docId, entry), answer.changes, by);
      state = answer.state;
    }
    const last = life.late.at(-1);
    if (last !== undefined) await lives.settle(life, last.seq, state);
  }

  async #make(
    room: Room,
    carryId: number,
    changes: Parameters<typeof carryInto>[2],
    by: ActorRef | null,
  ): Promise<void> {
    await this.#options.caughtUp(room);
    if (!isCarried(room.doc, carryId))
      room.edit((doc) => carryInto(doc, carryId, changes, room.roots, serverOrigin), by);
    await durable(room);
  }
}

/** The client id under which one piece of late work is repeated: the same on every node and at every try. */
function carryIdOf(formerId: string, { seq }: LogEntry): number {
  return createHash('sha256').update(`${formerId}:${seq}`).digest().readUInt32BE(0);
}
