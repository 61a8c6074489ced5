import type { ActorRef } from '@jejak/access';
import { CloseCode, type MapPart } from '@jejak/protocol';
import { actorRef } from '../auth/actorRefOf.ts';
import { DomainError } from '../errors/DomainError.ts';
import type { DirectoryEntry } from '../rooms/ConnectionDirectory.ts';
import type { Receiver } from '../rooms/Receiver.ts';
import type { SyncGrant } from './Authorise.ts';

/** The place of an upload among the sockets: it is found, counted and ended with them. */
export class UploadSeat implements Receiver, DirectoryEntry {
  readonly userId: string;
  readonly by: ActorRef;
  readonly sessionId: string | null;
  readonly tokenId: string | null;
  readonly workspaceId: string;
  readonly canWrite: Readonly<Record<MapPart, boolean>>;
  readonly mapId: string;
  readonly unsentBytes = 0;
  #code: number | null = null;

  constructor(grant: SyncGrant, mapId: string) {
    this.userId = grant.userId;
    this.by = actorRef(grant.userId, grant.tokenId);
    this.sessionId = grant.sessionId;
    this.tokenId = grant.tokenId;
    this.workspaceId = grant.workspaceId;
    this.canWrite = grant.canWrite;
    this.mapId = mapId;
  }

  /** It asked for nothing but an answer. */
  onBatch(): void {}

  close(code: number): void {
    this.#code ??= code;
  }

  /** Throws what it was ended with. */
  check(): void {
    switch (this.#code) {
      case null:
        return;
      case CloseCode.SignIn:
        throw new DomainError('UNAUTHENTICATED');
      case CloseCode.Forbidden:
        throw new DomainError('FORBIDDEN');
      case CloseCode.NotFound:
        throw new DomainError('NOT_FOUND');
      default:
        throw new DomainError('UNAVAILABLE', { retryAfterSeconds: 1 });
    }
  }
}
