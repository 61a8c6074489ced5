import { CloseCode, type MapPart, syncLimits } from '@jejak/protocol';
import type { Logger } from 'pino';
import type { HeavyOutcome, HeavyWork } from '../heavy/HeavyWork.ts';
import type { Receiver } from '../rooms/Receiver.ts';
import type { Room } from '../rooms/Room.ts';
import type { RoomMetrics } from '../rooms/RoomMetrics.ts';
import type { Refusal, RefusalReason, Submission } from '../rooms/RoomOptions.ts';
import { heavyTask } from './heavyTask.ts';
import { isHeavy } from './isHeavy.ts';
import type { Offences } from './Offences.ts';

/** What the updates of one connection go through. */
export interface DocumentIntakeOptions {
  readonly room: Room;
  readonly part: MapPart;
  readonly mapId: string;
  /** The connection: sender of what is taken, and closed when it may not go on. */
  readonly sender: Receiver;
  readonly mayWrite: boolean;
  readonly offences: Offences;
  readonly heavy: HeavyWork;
  readonly metrics: RoomMetrics;
  readonly logger: Logger;
  /** Lets nothing more in until the returned function is called. */
  readonly hold: () => () => void;
  /** Calls back when the room may be read and written, unless the connection ended. */
  readonly whenReady: (callback: () => void) => void;
  /** Calls back later, unless the connection ended or the returned function was called. */
  readonly after: (ms: number, callback: () => void) => () => void;
  /** So many document messages are taken: to be told once they are journaled. */
  readonly taken: (count: number) => void;
  /** Closes all windows of this person on this map with 4403. */
  readonly banish: (reason: string) => void;
  /** Asks the client for all it has. */
  readonly askForState: () => void;
}

const congestedMsMax = 10_000;

/**
 * Takes the updates of one connection, or answers for what was refused. Whoever is asked for all they have is not
 * heard until they answer: the answer holds what was left out.
 */
export class DocumentIntake {
  readonly #options: DocumentIntakeOptions;
  /** Document messages received: step 2 and updates. */
  #received = 0;
  /** Why the client was asked for its state; null once that came. */
  #asked: 'ground' | 'size' | 'refused' | null = null;
  /** Its ground was missing once before. */
  #lackedGround = false;
  /** Something of it is refused for good: no count of what is saved would be true any more. */
  #refusedOnce = false;

  constructor(options: DocumentIntakeOptions) {
    this.#options = options;
  }

  /** Takes one document message; `whole` is a step 2. */
  take(update: Uint8Array, whole: boolean): void {
    const { room, mayWrite, sender } = this.#options;
    const bytesMax = whole ? syncLimits.messageBytesMax : syncLimits.liveUpdateBytesMax;
    if (update.byteLength > bytesMax) {
      sender.close(CloseCode.TooLarge, 'update too large');
      return;
    }
    if (!mayWrite) {
      this.#takeFromReader(update, whole, false);
      return;
    }
    if (this.#asked !== null && !whole) {
      // The state that was asked for will hold it; until then it is not saved.
      this.#received += 1;
      return;
    }
    if (whole && isHeavy(update, room.walkOptions('state'))) this.#tryFirst(update);
    else this.#submit(update, whole, false);
  }

  /** A reader who was on another node may hold what this one has not heard of yet. */
  #takeFromReader(update: Uint8Array, whole: boolean, caughtUp: boolean): void {
    const { room, sender } = this.#options;
    if (room.holds(update)) this.#settle('taken', update, whole);
    else if (caughtUp) sender.close(CloseCode.Forbidden, 'read only');
    else this.#catchUp(() => this.#takeFromReader(update, whole, true));
  }

  #submit(update: Uint8Array, whole: boolean, caughtUp: boolean): void {
    const { room, sender } = this.#options;
    this.#settle(room.submit(update, sender, whole ? 'state' : 'live', caughtUp), update, whole);
  }

  /** What could keep the process busy is tried elsewhere first; what comes after it waits. */
  #tryFirst(update: Uint8Array, caughtUp = false): void {
    const { room, sender, heavy, hold, whenReady } = this.#options;
    const release = hold();
    const settle = (outcome: HeavyOutcome): void => {
      if (outcome.kind === 'tried') for (const part of outcome.parts) this.#submit(part, true, caughtUp);
      else if (outcome.kind === 'pending' && !caughtUp) this.#catchUp(() => this.#tryFirst(update, true));
      else this.#settle(submissionOf(outcome), update, true);
      release();
    };
    void heavy
      .try(heavyTask(room, sender.userId, update, 'state'))
      .then((outcome) => whenReady(() => settle(outcome)));
  }

  #settle(submission: Submission, update: Uint8Array, whole: boolean): void {
    const { room, sender } = this.#options;
    if (typeof submission !== 'string') {
      this.#answer(submission, whole);
      return;
    }
    switch (submission) {
      case 'taken':
        this.#received += 1;
        if (whole) this.#asked = null;
        if (!this.#refusedOnce) this.#options.taken(this.#received);
        if (room.congested) this.#wait((release) => room.whenCalm(release));
        return;
      case 'behind':
        this.#catchUp(() => this.#submit(update, whole, true));
        return;
      case 'pending':
        // Typing before one's offline work was asked for brings that about honestly, but once.
        if (this.#lackedGround) sender.close(CloseCode.BadMessage, 'update without its ground');
        else this.#ask('ground');
        this.#lackedGround = true;
        return;
      case 'full':
        sender.close(CloseCode.Overload, 'the server is busy');
        return;
      case 'readOnly':
        sender.close(CloseCode.Forbidden, 'the map is damaged and read only');
        return;
    }
  }

  #answer({ kind, reason }: Refusal, whole: boolean): void {
    const { sender, metrics, logger, mapId, part } = this.#options;
    metrics.refused(reason);
    logger.warn({ mapId, part, userId: sender.userId, reason }, 'refused an update');
    if (kind === 'later') sender.close(CloseCode.Overload, reason);
    else if (kind === 'refused') this.#offended(reason, whole);
    else if (whole) sender.close(CloseCode.TooLarge, `too much in one update: ${reason}`);
    // As part of a state it may be larger.
    else this.#ask('size');
  }

  /**
   * A broken client is told once to send all it has. One whose own copy holds what was refused sends it again and has
   * to stop; who offends anew within ten minutes is banned for a minute.
   */
  #offended(reason: RefusalReason, whole: boolean): void {
    const { sender, offences, mapId, banish } = this.#options;
    if (whole && this.#asked === 'refused') sender.close(CloseCode.BadMessage, `refused again: ${reason}`);
    else if (offences.offence(sender.userId, mapId) === 'second') banish(`refused twice: ${reason}`);
    else if (unreadable.has(reason)) sender.close(CloseCode.BadMessage, `refused: ${reason}`);
    else {
      this.#refusedOnce = true;
      this.#ask('refused');
    }
  }

  #ask(why: 'ground' | 'size' | 'refused'): void {
    this.#received += 1;
    this.#asked = why;
    this.#options.askForState();
  }

  /** Goes on when all that other nodes journaled is known here. */
  #catchUp(goOn: () => void): void {
    const { room, whenReady } = this.#options;
    this.#wait((release) =>
      room.whenCaughtUp(() =>
        whenReady(() => {
          goOn();
          release();
        }),
      ),
    );
  }

  /** Lets nothing more in until it is released, and sends the client away if that does not come. */
  #wait(begin: (release: () => void) => void): void {
    const { hold, after, sender } = this.#options;
    const release = hold();
    const stop = after(congestedMsMax, () => sender.close(CloseCode.Overload, 'the database is slow'));
    begin(() => {
      stop();
      release();
    });
  }
}

/** Nothing a client could send anew would make these right. */
const unreadable: ReadonlySet<RefusalReason> = new Set(['malformed', 'unapplied']);

/** How a trial that did not succeed ends, as if the document had said so. */
function submissionOf(outcome: Exclude<HeavyOutcome, { readonly kind: 'tried' }>): Submission {
  switch (outcome.kind) {
    case 'pending':
      return 'pending';
    case 'refused':
      return { kind: outcome.reason === 'tooMany' ? 'tooMuch' : 'refused', reason: outcome.reason };
    case 'tooHeavy':
      return { kind: 'tooMuch', reason: 'tooHeavy' };
    case 'busy':
      return 'full';
  }
}
