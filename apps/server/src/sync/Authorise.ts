import type { IncomingMessage } from 'node:http';
import type { CloseCode, MapPart, PresenceUser } from '@jejak/protocol';

/** Somebody who may at least read a map. */
export interface SyncGrant {
  readonly ok: true;
  /** As others see them. */
  readonly user: PresenceUser;
  readonly userId: string;
  readonly sessionId: string | null;
  /** The token it was opened with, if any. */
  readonly tokenId: string | null;
  readonly workspaceId: string;
  readonly canWrite: Readonly<Record<MapPart, boolean>>;
}

/** Why nobody comes in. A map of others and a map that does not exist give the same answer. */
export interface SyncRefusal {
  readonly ok: false;
  readonly code: typeof CloseCode.SignIn | typeof CloseCode.Forbidden | typeof CloseCode.NotFound;
}

/** Decides about an upgrade request by its token, else its one-use ticket (`?ticket=`), else its session cookie. */
export type Authorise = (req: IncomingMessage, mapId: string) => Promise<SyncGrant | SyncRefusal>;
