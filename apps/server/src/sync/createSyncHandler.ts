import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { CloseCode, syncLimits } from '@jejak/protocol';
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';
import { errorResponse } from '../auth/errorResponse.ts';
import { sendWebResponse } from '../auth/nodeRequest.ts';
import { DomainError } from '../errors/DomainError.ts';
import { destroyBroken, refuseUpgrade } from '../http/UpgradeRouter.ts';
import type { Rooms } from '../rooms/createRooms.ts';
import type { Lease } from '../rooms/RoomRegistry.ts';
import { Admission } from './Admission.ts';
import type { Authorise, SyncGrant } from './Authorise.ts';
import { beatIntervalMs, Connection, type ConnectionOptions } from './Connection.ts';
import { Entrance } from './Entrance.ts';
import { presenceFrame } from './frames.ts';
import { Offences } from './Offences.ts';
import { type SyncLimits, syncLimitsTimes } from './SyncLimits.ts';
import { type SyncTarget, targetOf } from './targetOf.ts';
import { WorkUploads } from './WorkUploads.ts';

/** What `createSyncHandler` needs. */
export interface SyncHandlerOptions {
  readonly rooms: Rooms;
  readonly authorise: Authorise;
  /** The origin people type. */
  readonly publicUrl: string;
  /** Where a request comes from; the peer of its socket unless given. */
  readonly addressOf?: (req: IncomingMessage) => string;
  /** Limits other than those of `syncLimits`, for a bench or a bus of programs. */
  readonly limits?: Partial<SyncLimits>;
  readonly now?: () => number;
}

/** The sync end of the front door. */
export interface SyncHandler {
  /** Takes over an upgrade request for `/sync/…`; never throws. */
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Answers `POST /sync/<map>/<part>/work`, and with GET what it need not hold; never rejects. */
  takeWork(req: IncomingMessage, res: ServerResponse): Promise<void>;
  /** Takes no new sockets and sends everybody away with 1012. */
  drain(): void;
  close(): Promise<void>;
}

const socketOptions: ServerOptions & { readonly maxFragments: number } = {
  noServer: true,
  clientTracking: false,
  perMessageDeflate: false,
  // Room for the message kind and the length before the largest state.
  maxPayload: syncLimits.messageBytesMax + 64,
  maxFragments: syncLimits.fragmentsMax,
};

interface Admitted {
  readonly lease: Lease;
  readonly grant: SyncGrant;
}

interface Refused {
  readonly code: CloseCode;
  readonly reason: string;
}

const restartRetrySeconds = 1;

/** Serves the Yjs protocol on upgrade requests. */
export function createSyncHandler(options: SyncHandlerOptions): SyncHandler {
  const { rooms } = options;
  const now = options.now ?? (() => performance.now());
  const limits: SyncLimits = { ...syncLimitsTimes(1), ...options.limits };
  const entrance = new Entrance(limits, now);
  const connections = new Set<Connection>();
  const offences = new Offences(now);
  const { heavy } = rooms;
  const admission = new Admission({
    authorise: options.authorise,
    publicUrl: options.publicUrl,
    addressOf: options.addressOf ?? ((req) => req.socket.remoteAddress ?? ''),
    entrance,
    offences,
  });
  const uploads = new WorkUploads({ rooms, heavy, offences });
  let draining = false;

  const server = new WebSocketServer(socketOptions);
  const beat = setInterval(() => {
    for (const connection of [...connections]) connection.beat();
    offences.sweep();
    entrance.sweep();
  }, beatIntervalMs);
  beat.unref();
  const stopListening = rooms.registry.listen({
    onPresence(map, entries) {
      const frame = presenceFrame(entries);
      for (const receiver of map.content.receivers) {
        if (receiver instanceof Connection) receiver.onPresence(frame);
      }
    },
  });

  async function accept(req: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const target = targetOf(req, 'socket');
    if (target === null) return refuseUpgrade(socket, 404, 'Not Found');
    if (admission.isForged(req, target)) return refuseUpgrade(socket, 403, 'Forbidden');
    if (draining) return refuseUpgrade(socket, 503, 'Service Unavailable', restartRetrySeconds);
    const entered = admission.enter(req);
    if (!entered.ok) {
      rooms.metrics.refused(entered.status === 429 ? 'address' : 'process');
      const reason = entered.status === 429 ? 'Too Many Requests' : 'Service Unavailable';
      return refuseUpgrade(socket, entered.status, reason, entered.retryAfterSeconds);
    }
    socket.once('close', entered.leave);
    if (socket.destroyed) return entered.leave();
    // Nobody may speak before the answer: what is sent meanwhile stays in the network and ends the connection.
    if (head.byteLength > 0) return refuseUpgrade(socket, 400, 'Bad Request');
    socket.pause();
    const admitted = roomFor(await admit(req, target));
    if (socket.destroyed || socket.readableLength > 0) {
      if ('lease' in admitted) admitted.lease.release();
      return refuseUpgrade(socket, 400, 'Bad Request');
    }
    let opened = false;
    server.handleUpgrade(req, socket, head, (ws) => {
      opened = true;
      // Browsers show no HTTP status of an upgrade, so refusals are told by a close code.
      if ('code' in admitted) return sendAway(ws, admitted.code, admitted.reason);
      if (draining) {
        admitted.lease.release();
        return sendAway(ws, CloseCode.Restart, 'the server restarts');
      }
      begin({
        ws,
        socket,
        rooms,
        lease: admitted.lease,
        part: target.part,
        grant: admitted.grant,
        speaksOurs: target.query.get('ack') === '1',
        takesPacked: target.query.get('deflate') === '1',
        offences,
        limits,
        heavy,
        now,
      });
    });
    socket.resume();
    // A broken handshake, or a peer that left meanwhile, is ended without a word to us.
    if (!opened && 'lease' in admitted) admitted.lease.release();
  }

  /** Apart from the upgrade: nothing of the request stays as long as the socket. */
  function begin(made: ConnectionOptions): void {
    const connection = new Connection(made);
    connections.add(connection);
    made.ws.once('close', () => connections.delete(connection));
  }

  async function admit(req: IncomingMessage, target: SyncTarget): Promise<Admitted | Refused> {
    const grant = await admission.judge(req, target.mapId);
    if (!grant.ok) return { code: grant.code, reason: 'refused' };
    const foreign = foreignFormat(target);
    if (foreign !== null) return foreign;
    const { part } = target;
    const epoch = target.query.get('epoch');
    const named = epoch === null ? undefined : { part, epoch: Number(epoch) };
    // Loaded before the first frame: nothing can be answered from an empty document.
    let lease: Lease;
    try {
      lease = await rooms.registry.acquire(target.mapId, named);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'NOT_FOUND')
        return { code: CloseCode.NotFound, reason: 'no such map' };
      rooms.logger.error({ err: error, mapId: target.mapId }, 'a map could not be opened');
      return { code: CloseCode.Overload, reason: 'the map cannot be opened now' };
    }
    if (named !== undefined && named.epoch !== lease.map.part(part).epoch) {
      lease.release();
      return { code: CloseCode.EpochChanged, reason: 'the document was begun anew' };
    }
    return { lease, grant };
  }

  /** What stands against the format that a client says it writes. */
  function foreignFormat({ query }: SyncTarget): Refused | null {
    const format = query.get('format');
    if (format === null || format === String(rooms.format)) return null;
    return Number(format) > rooms.format
      ? { code: CloseCode.Restart, reason: 'this node is not renewed yet' }
      : { code: CloseCode.ClientTooOld, reason: 'the client is older than the document format' };
  }

  /** Nothing waits between this count and the connection that is counted. */
  function roomFor(admitted: Admitted | Refused): Admitted | Refused {
    if ('code' in admitted) return admitted;
    const { lease, grant } = admitted;
    const count = rooms.directory.count(lease.map.mapId, grant.userId);
    const full =
      count.map >= limits.connectionsPerMap
        ? 'too many people in this map'
        : count.userInMap >= limits.connectionsPerUserAndMap
          ? 'too many windows in this map'
          : count.user >= limits.connectionsPerUser
            ? 'too many windows'
            : null;
    if (full === null) return admitted;
    lease.release();
    return { code: CloseCode.MapFull, reason: full };
  }

  function sendAway(ws: WebSocket, code: CloseCode, reason: string): void {
    rooms.metrics.closed(code);
    ws.on('error', () => ws.terminate());
    // Nothing it says matters any more, and none of it is kept.
    ws.on('message', () => {});
    ws.close(code, reason);
    const timer = setTimeout(() => ws.terminate(), 2_000);
    timer.unref();
    ws.once('close', () => clearTimeout(timer));
  }

  return {
    upgrade(req, socket, head) {
      socket.on('error', destroyBroken);
      accept(req, socket, head).catch((error: unknown) => {
        rooms.logger.error({ err: error }, 'an upgrade failed');
        refuseUpgrade(socket, 500, 'Internal Server Error');
      });
    },
    async takeWork(req, res) {
      const target = targetOf(req, 'work');
      if (target === null) return sendWebResponse(errorResponse(new DomainError('NOT_FOUND')), res);
      const asks = req.method === 'GET';
      await uploads[asks ? 'answerKnown' : 'answer'](req, res, {
        mapId: target.mapId,
        part: target.part,
        epoch: target.query.get('epoch'),
        admit: () => {
          // Whoever writes another format comes back by socket, and is told there.
          if (draining || foreignFormat(target) !== null)
            throw new DomainError('UNAVAILABLE', { retryAfterSeconds: restartRetrySeconds });
          return admission.admitUpload(req, target, !asks);
        },
      });
    },
    drain() {
      draining = true;
      for (const connection of [...connections]) connection.close(CloseCode.Restart, 'the server restarts');
    },
    async close() {
      this.drain();
      clearInterval(beat);
      stopListening();
      server.close();
    },
  };
}
