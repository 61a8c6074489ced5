import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloseCode, type MapPart, offlineWorkBytesMax } from '@jejak/protocol';
import { errorResponse } from '../auth/errorResponse.ts';
import { readBody, sendWebResponse } from '../auth/nodeRequest.ts';
import { DomainError } from '../errors/DomainError.ts';
import type { HeavyOutcome, HeavyWork } from '../heavy/HeavyWork.ts';
import { bounded } from '../rooms/bounded.ts';
import type { Rooms } from '../rooms/createRooms.ts';
import { LateWork } from '../rooms/LateWork.ts';
import type { MapRoom } from '../rooms/MapRoom.ts';
import { durable } from '../rooms/mapWaits.ts';
import type { Room } from '../rooms/Room.ts';
import type { RefusalReason, Submission } from '../rooms/RoomOptions.ts';
import type { NamedLife } from '../rooms/RoomRegistry.ts';
import type { SyncGrant } from './Authorise.ts';
import { heavyTask } from './heavyTask.ts';
import type { Offences } from './Offences.ts';
import { UploadSeat } from './UploadSeat.ts';
import { UploadSpace } from './UploadSpace.ts';

interface WorkUploadsOptions {
  readonly rooms: Rooms;
  readonly heavy: HeavyWork;
  readonly offences: Offences;
  readonly space?: UploadSpace;
}

/** What an upload is about. */
export interface WorkTarget {
  readonly mapId: string;
  readonly part: MapPart;
  /** The life the work rests on. */
  readonly epoch: string | null;
  /** Judges the request like an upgrade; throws a `DomainError` when it may not even read. */
  readonly admit: () => Promise<SyncGrant>;
}

const waitMsMax = 15_000;
const againSeconds = 2;
const later = (): DomainError => new DomainError('UNAVAILABLE', { retryAfterSeconds: againSeconds });

const epochPattern = /^[1-9]\d{0,9}$/;

type NotTaken = Exclude<HeavyOutcome, { readonly kind: 'tried' }> | Exclude<Submission, 'taken'>;

/** Takes work done offline that no message holds: over HTTP, one at a time per person, tried elsewhere first. */
export class WorkUploads {
  readonly #options: WorkUploadsOptions;
  readonly #late: LateWork;
  readonly #space: UploadSpace;
  readonly #busy = new Set<string>();

  constructor(options: WorkUploadsOptions) {
    this.#options = options;
    const { lives } = options.rooms;
    this.#late = new LateWork({ lives, heavy: options.heavy, caughtUp });
    this.#space = options.space ?? new UploadSpace();
  }

  /** Answers an upload: `{seq}` once it is journaled, or a refusal as all our endpoints tell it. Never rejects. */
  async answer(request: IncomingMessage, response: ServerResponse, target: WorkTarget): Promise<void> {
    await this.#respond(request, response, async () =>
      Response.json({ seq: await this.#take(request, target) }, { headers: { 'cache-control': 'no-store' } }),
    );
  }

  /**
   * Answers what an upload need not hold: the state vector (V1) of the life the work rests on, as it is or as it ended.
   * Never rejects.
   */
  async answerKnown(request: IncomingMessage, response: ServerResponse, target: WorkTarget): Promise<void> {
    await this.#respond(request, response, async () => {
      const stateVector = await this.#known(target);
      const headers = { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' };
      return new Response(new Uint8Array(stateVector), { headers });
    });
  }

  async #respond(
    request: IncomingMessage,
    response: ServerResponse,
    respond: () => Promise<Response>,
  ): Promise<void> {
    let answer: Response;
    try {
      answer = await respond();
    } catch (error) {
      const expected = error instanceof DomainError;
      if (!expected && !request.destroyed)
        this.#options.rooms.logger.error({ err: error }, 'an upload failed');
      answer = errorResponse(expected ? error : new DomainError('INTERNAL'));
    }
    // What was not read of a refused upload is not wanted.
    if (!request.complete) response.setHeader('connection', 'close');
    await sendWebResponse(answer, response);
  }

  async #take(request: IncomingMessage, target: WorkTarget): Promise<number> {
    if (request.headers['content-type'] !== 'application/octet-stream')
      throw new DomainError('INVALID', { field: 'content-type' });
    if (Number(request.headers['content-length'] ?? 0) > offlineWorkBytesMax)
      throw new DomainError('TOO_LARGE');
    const { rooms } = this.#options;
    const grant = await target.admit();
    const epoch = epochOf(target);
    const leaveSpace = this.#busy.has(grant.userId) ? null : this.#space.take(request);
    if (leaveSpace === null) throw new DomainError('TOO_MANY_ATTEMPTS', { retryAfterSeconds: againSeconds });
    this.#busy.add(grant.userId);
    // Whoever loses access while it is on its way is refused like a socket is closed.
    const seat = new UploadSeat(grant, target.mapId);
    rooms.directory.add(seat);
    try {
      const life = { part: target.part, epoch };
      const take = (map: MapRoom) => this.#takeInto(map.part(target.part), request, life, seat);
      return await rooms.registry.use(target.mapId, take, life);
    } finally {
      rooms.directory.delete(seat);
      this.#busy.delete(grant.userId);
      leaveSpace();
    }
  }

  async #known(target: WorkTarget): Promise<Uint8Array> {
    await target.admit();
    const epoch = epochOf(target);
    const ask = async (map: MapRoom): Promise<Uint8Array | null> => {
      const room = map.part(target.part);
      if (epoch !== room.epoch) return this.#late.stateVector(room.docId, epoch);
      await bounded<void>(waitMsMax, later, (done) => room.whenReady(done));
      const { stateVector } = room;
      await durable(room);
      return stateVector;
    };
    const life = { part: target.part, epoch };
    const known = await this.#options.rooms.registry.use(target.mapId, ask, life);
    if (known === null) throw new DomainError('CONFLICT');
    return known;
  }

  async #takeInto(
    room: Room,
    request: IncomingMessage,
    { part, epoch }: NamedLife,
    seat: UploadSeat,
  ): Promise<number> {
    const update = await readBody(request, offlineWorkBytesMax);
    const mayWrite = seat.canWrite[part];
    if (epoch !== room.epoch) {
      const late = { epoch, userId: seat.userId, by: seat.by, update, mayWrite };
      const outcome = await this.#late.bring(room, late);
      seat.check();
      if (outcome.kind === 'notKept') throw new DomainError('CONFLICT');
      if (outcome.kind === 'forbidden') throw new DomainError('FORBIDDEN');
      if (outcome.kind !== 'carried') throw this.#refusalOf(outcome, seat, part);
    } else if (mayWrite) {
      const outcome = await this.#tried(room, update, seat);
      if (outcome.kind !== 'tried') throw this.#refusalOf(outcome, seat, part);
      for (const each of outcome.parts) {
        const submission = await submitted(room, each, seat);
        if (submission !== 'taken') throw this.#refusalOf(submission, seat, part);
        // Others come in between.
        await new Promise<void>((resolve) => setImmediate(resolve));
      }
    } else if (!room.holds(update)) throw new DomainError('FORBIDDEN');
    return durable(room);
  }

  /** On a copy as it is now, and on a newer one where another node may have journaled what the work rests on. */
  async #tried(room: Room, update: Uint8Array, seat: UploadSeat): Promise<HeavyOutcome> {
    const tryNow = (): Promise<HeavyOutcome> =>
      this.#options.heavy.try(heavyTask(room, seat.userId, update, 'work'));
    const outcome = await tryNow();
    seat.check();
    if (outcome.kind !== 'pending') return outcome;
    await caughtUp(room);
    seat.check();
    const again = await tryNow();
    seat.check();
    return again;
  }

  /** Counted and logged like what a socket is refused. */
  #refusalOf(why: NotTaken, seat: UploadSeat, part: MapPart): DomainError {
    const { kind, reason } = typeof why === 'string' ? { kind: why, reason: null } : reasonOf(why);
    if (reason !== null) {
      const { metrics, logger } = this.#options.rooms;
      metrics.refused(reason);
      logger.warn({ mapId: seat.mapId, part, userId: seat.userId, reason }, 'refused an upload');
    }
    switch (kind) {
      case 'busy':
      case 'full':
      case 'later':
        return later();
      case 'readOnly':
        return new DomainError('FORBIDDEN');
      case 'tooMuch':
        return new DomainError('TOO_LARGE');
      case 'behind':
      case 'pending':
        return new DomainError('INVALID', { field: 'body' });
      case 'tooHeavy':
      case 'refused':
        if (reason === 'tooMany') return new DomainError('TOO_LARGE');
        this.#offended(seat);
        return new DomainError(kind === 'tooHeavy' ? 'TOO_LARGE' : 'INVALID', { field: 'body' });
    }
  }

  /** Only what no honest client sends counts against its sender, whichever way it came. */
  #offended({ userId, mapId }: UploadSeat): void {
    const { offences, rooms } = this.#options;
    if (offences.offence(userId, mapId) === 'second')
      rooms.directory.close({ userId, mapId }, CloseCode.Forbidden, 'refused twice');
  }
}

function reasonOf(why: Exclude<NotTaken, string>): {
  readonly kind: typeof why.kind;
  readonly reason: RefusalReason | null;
} {
  if (why.kind === 'tooHeavy') return { kind: why.kind, reason: why.kind };
  return { kind: why.kind, reason: 'reason' in why ? why.reason : null };
}

function epochOf({ epoch }: WorkTarget): number {
  if (epoch === null || !epochPattern.test(epoch)) throw new DomainError('INVALID', { field: 'epoch' });
  return Number(epoch);
}

/** As soon as the document may be written, and again once it has caught up where that may be what is missing. */
async function submitted(room: Room, update: Uint8Array, seat: UploadSeat): Promise<Submission> {
  await bounded<void>(waitMsMax, later, (done) => room.whenReady(done));
  seat.check();
  const submission = room.submit(update, seat, 'work');
  if (submission !== 'behind') return submission;
  await caughtUp(room);
  seat.check();
  return room.submit(update, seat, 'work', true);
}

/** All that other nodes journaled up to now is known here, and the document may be written. */
async function caughtUp(room: Room): Promise<void> {
  await bounded<void>(waitMsMax, later, (done) => room.whenCaughtUp(done));
  await bounded<void>(waitMsMax, later, (done) => room.whenReady(done));
}
