import type { Duplex } from 'node:stream';
import type { ActorRef } from '@jejak/access';
import { CloseCode, type MapPart, syncLimits, updateLimits } from '@jejak/protocol';
import { stateVectorRefusal } from '@jejak/update-guard';
import type { WebSocket } from 'ws';
import { actorRef } from '../auth/actorRefOf.ts';
import type { HeavyWork } from '../heavy/HeavyWork.ts';
import type { DirectoryEntry } from '../rooms/ConnectionDirectory.ts';
import type { Rooms } from '../rooms/createRooms.ts';
import type { DurableBatch } from '../rooms/DurableBatch.ts';
import { isOfAnotherLife } from '../rooms/isOfAnotherLife.ts';
import type { Receiver } from '../rooms/Receiver.ts';
import type { Room } from '../rooms/Room.ts';
import type { Lease } from '../rooms/RoomRegistry.ts';
import type { SyncGrant } from './Authorise.ts';
import { DocumentIntake } from './DocumentIntake.ts';
import { helloFrame, keepAliveFrame, presenceFrame, stateVectorFrame } from './frames.ts';
import { Inbox } from './Inbox.ts';
import { Joiner } from './Joiner.ts';
import type { Offences } from './Offences.ts';
import { Outbox } from './Outbox.ts';
import { Pace } from './Pace.ts';
import { PresenceIntake } from './PresenceIntake.ts';
import { type ClientMessage, readMessage, type SaidPresence } from './readMessage.ts';
import { SavedNotice } from './SavedNotice.ts';
import type { SyncLimits } from './SyncLimits.ts';

/** What a connection is made of; the room is open and the person may read. */
export interface ConnectionOptions {
  readonly ws: WebSocket;
  readonly socket: Duplex;
  readonly rooms: Rooms;
  readonly lease: Lease;
  readonly part: MapPart;
  readonly grant: SyncGrant;
  /** Whether the client understands our own messages. */
  readonly speaksOurs: boolean;
  /** Whether it takes a whole document deflated. */
  readonly takesPacked: boolean;
  /** Shared by all connections of the process. */
  readonly offences: Offences;
  readonly limits: SyncLimits;
  readonly heavy: HeavyWork;
  readonly now: () => number;
}

/** Its owner calls `beat` this often. */
export const beatIntervalMs = 1_000;
/** Whoever answered no ping for so long is gone, and is found so no later than that. */
const silentMsMax = syncLimits.pingIntervalMs + syncLimits.pongWaitMs;
const closeMsMax = 2_000;
const reasonBytesMax = 120;
const ping = new Uint8Array(2);
const pinged = { kind: 'ping' } as const;

/** One socket in one room, from the first frame to the last. */
export class Connection implements Receiver, DirectoryEntry {
  readonly userId: string;
  readonly by: ActorRef;
  readonly sessionId: string | null;
  readonly tokenId: string | null;
  readonly mapId: string;
  readonly workspaceId: string;
  readonly canWrite: SyncGrant['canWrite'];
  readonly #options: ConnectionOptions;
  readonly #room: Room;
  readonly #outbox: Outbox;
  readonly #inbox: Inbox;
  readonly #pace: Pace;
  readonly #presence: PresenceIntake;
  readonly #intake: DocumentIntake;
  readonly #joiner: Joiner;
  readonly #timers = new Set<NodeJS.Timeout>();
  /** Whether its copy is of a life that this node knows is being looked for in the log. */
  #doubted = false;
  #presenceId: number | null = null;
  #lastPong: number;
  #pausedAt = 0;
  #lastKeepAlive: number;
  #closed = false;

  constructor(options: ConnectionOptions) {
    const { ws, lease, part, grant, rooms } = options;
    this.#options = options;
    this.#room = lease.map.part(part);
    this.userId = grant.userId;
    this.by = actorRef(grant.userId, grant.tokenId);
    this.sessionId = grant.sessionId;
    this.tokenId = grant.tokenId;
    this.workspaceId = grant.workspaceId;
    this.canWrite = grant.canWrite;
    this.mapId = lease.map.mapId;
    this.#lastPong = options.now();
    this.#lastKeepAlive = options.now();
    this.#outbox = new Outbox({
      socket: options.socket,
      now: options.now,
      overload: (code, reason) => this.close(code, reason),
    });
    this.#inbox = new Inbox({
      handle: (frame) => this.#handle(frame),
      pause: () => {
        this.#pausedAt = options.now();
        ws.pause();
      },
      resume: () => {
        // Time in which nothing was read from it is none in which it was silent, and no more than that.
        this.#lastPong += options.now() - this.#pausedAt;
        ws.resume();
      },
      overflow: () => this.close(CloseCode.Overload, 'too much at once'),
      now: options.now,
    });
    this.#pace = new Pace(options.limits, options.now);
    this.#presence = new PresenceIntake(options.limits, options.now, (entry) =>
      this.#guarded(() => this.#hear(entry)),
    );
    const saved = options.speaksOurs
      ? new SavedNotice({
          room: this.#room,
          outbox: this.#outbox,
          metrics: rooms.metrics,
          close: (code, reason) => this.close(code, reason),
        })
      : null;
    this.#intake = new DocumentIntake({
      room: this.#room,
      part,
      mapId: this.mapId,
      sender: this,
      mayWrite: grant.canWrite[part],
      offences: options.offences,
      heavy: options.heavy,
      metrics: rooms.metrics,
      logger: rooms.logger,
      hold: () => this.#inbox.hold(),
      whenReady: (callback) => this.#whenReady(callback),
      after: (ms, callback) => this.#after(ms, callback),
      taken: (count) => saved?.take(count),
      banish: (reason) =>
        rooms.directory.close({ userId: this.userId, mapId: this.mapId }, CloseCode.Forbidden, reason),
      askForState: () => this.#askForState(),
    });
    this.#joiner = new Joiner({
      room: this.#room,
      outbox: this.#outbox,
      receiver: this,
      takesPacked: options.takesPacked,
      joined: () => this.#tellPresence(),
      failed: () => this.close(CloseCode.Restart, 'the room ended'),
    });
    ws.on('message', (data, isBinary) => this.#guarded(() => this.#onFrame(data, isBinary)));
    ws.on('pong', () => {
      this.#lastPong = options.now();
    });
    // Answered by the library; a flood of them counts like everything else.
    ws.on('ping', () => this.#guarded(() => this.#inbox.push(ping)));
    ws.on('error', () => this.#gone());
    ws.on('close', () => this.#gone());
    rooms.directory.add(this);
    rooms.metrics.connections(rooms.directory.size);
    this.#room.enter(this);
    if (!this.#closed) this.#guarded(() => this.#greet());
  }

  onBatch(batch: DurableBatch): void {
    if (!this.#closed) this.#joiner.hear(batch);
  }

  /** Takes what is told to everybody about who is where, framed once for all. */
  onPresence(frame: Buffer): void {
    if (this.#joiner.joined && this.#options.part === 'content') this.#outbox.sendPresence(frame);
  }

  /** Looks for a dead or slow peer and keeps a living one from giving up. The handler's heartbeat calls it. */
  beat(): void {
    if (this.#closed) return;
    const now = this.#options.now();
    // Nothing is read from one that must wait, so its silence says nothing; how long it waits is bounded elsewhere.
    const silent = now - this.#lastPong > silentMsMax - beatIntervalMs;
    if (silent && !this.#options.ws.isPaused) {
      this.#options.ws.terminate();
      this.#gone();
      return;
    }
    this.#outbox.check();
    if (now - this.#lastKeepAlive < syncLimits.keepAliveIntervalMs) return;
    this.#lastKeepAlive = now;
    this.#options.ws.ping();
    this.#outbox.send(keepAliveFrame);
  }

  get unsentBytes(): number {
    return this.#options.socket.writableLength;
  }

  close(given: number, reason: string): void {
    if (this.#closed) return;
    const { ws, rooms } = this.#options;
    const code = this.#doubted && given === CloseCode.EpochChanged ? CloseCode.Restart : given;
    rooms.metrics.closed(code);
    // What others did up to now still reaches the client; then it hears why it is closed.
    this.#outbox.flush();
    this.#gone();
    // The peer's own goodbye may stand behind what was not read.
    ws.resume();
    ws.close(code, reason.slice(0, reasonBytesMax));
    const timer = setTimeout(() => ws.terminate(), closeMsMax);
    timer.unref();
    ws.once('close', () => clearTimeout(timer));
  }

  #greet(): void {
    const { grant, part, speaksOurs } = this.#options;
    if (speaksOurs) {
      const canWrite = grant.canWrite[part] && !this.#room.readOnly;
      this.#outbox.send(helloFrame({ epoch: this.#room.epoch, canWrite, seq: this.#room.tail }));
    }
    this.#askForState();
  }

  #askForState(): void {
    this.#whenReady(() => this.#outbox.send(stateVectorFrame(this.#room.stateVector)));
  }

  #onFrame(data: unknown, isBinary: boolean): void {
    if (this.#closed) return;
    if (!isBinary || !Buffer.isBuffer(data)) {
      this.close(CloseCode.BadMessage, 'text frame');
      return;
    }
    this.#inbox.push(data);
  }

  #handle(frame: Uint8Array): 'done' | 'later' {
    const message = frame === ping ? pinged : readMessage(frame);
    if (!this.#room.ready && isAboutDocument(message)) {
      const release = this.#inbox.hold();
      this.#whenReady(release);
      return 'later';
    }
    const wait = this.#pace.admit(message.kind, frame.byteLength);
    if (wait === 'overdue') {
      this.close(CloseCode.Overload, 'sends too fast');
    } else if (wait > 0) {
      this.#after(wait, this.#inbox.hold());
      return 'later';
    } else this.#onMessage(message);
    return 'done';
  }

  #onMessage(message: ClientMessage | typeof pinged): void {
    switch (message.kind) {
      case 'stateVector':
        this.#answer(message.stateVector);
        return;
      case 'state':
      case 'update':
        this.#intake.take(message.update, message.kind === 'state');
        return;
      case 'presence':
        this.#offerPresence(message.entries);
        return;
      case 'whoIsThere':
        this.#tellPresence();
        return;
      case 'bad':
        this.close(CloseCode.BadMessage, message.reason);
        return;
      case 'ping':
        return;
    }
  }

  #answer(stateVector: Uint8Array): void {
    const refusal = stateVectorRefusal(stateVector, updateLimits.stateVectorEntries);
    if (refusal !== null) {
      this.close(CloseCode.BadMessage, `state vector: ${refusal}`);
      return;
    }
    if (isOfAnotherLife(stateVector, this.#room)) {
      this.#doubtLife();
      return;
    }
    this.#joiner.answer(stateVector);
  }

  /** The copy is of another life; perhaps of one that another node has begun: then it comes back to that. */
  #doubtLife(): void {
    const release = this.#inbox.hold();
    this.#doubted = true;
    this.#room.whenCaughtUp(() => {
      this.#doubted = false;
      this.close(CloseCode.EpochChanged, 'a copy of a former life');
      release();
    });
  }

  /** Stock clients echo what they hear about others: only the entry about the client itself is looked at. */
  #offerPresence(entries: readonly SaidPresence[]): void {
    if (this.#options.part !== 'content') return;
    const own = entries.find(({ clientId }) => this.#presenceId === null || clientId === this.#presenceId);
    if (own === undefined || !this.#presence.offer(own)) this.#pace.charge();
  }

  #hear({ clientId, clock, json }: SaidPresence): void {
    const { presence } = this.#options.lease.map;
    const refusal = presence.say(this, this.#presenceId, this.#options.grant.user, clientId, clock, json);
    if (refusal === null) this.#presenceId ??= presence.ownedBy(this);
    else this.close(refusal.code, refusal.reason);
  }

  #tellPresence(): void {
    if (this.#options.part !== 'content') return;
    const everybody = this.#options.lease.map.presence.all();
    if (everybody.length > 0) this.#outbox.send(presenceFrame(everybody));
  }

  /** Calls back later unless the connection ends before or the returned function is called. */
  #after(ms: number, callback: () => void): () => void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#guarded(callback);
    }, ms);
    this.#timers.add(timer);
    return () => {
      clearTimeout(timer);
      this.#timers.delete(timer);
    };
  }

  #whenReady(callback: () => void): void {
    this.#room.whenReady(() => {
      if (!this.#closed) this.#guarded(callback);
    });
  }

  #gone(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    const { rooms, lease } = this.#options;
    this.#inbox.close();
    this.#presence.close();
    this.#outbox.close();
    this.#joiner.close();
    this.#room.leave(this);
    lease.map.presence.leave(this);
    rooms.directory.delete(this);
    rooms.metrics.connections(rooms.directory.size);
    lease.release();
  }

  /** Whatever goes wrong in here ends this connection and nothing else. */
  #guarded(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#options.rooms.logger.error({ err: error, mapId: this.mapId }, 'a sync connection failed');
      this.close(CloseCode.Restart, 'connection failed');
    }
  }
}

function isAboutDocument(message: ClientMessage | typeof pinged): boolean {
  return message.kind === 'stateVector' || message.kind === 'state' || message.kind === 'update';
}
