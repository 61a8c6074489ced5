/** Why a sync socket was closed; whether that is final tells `isRetryable`. */
export const CloseCode = {
  /** The server restarts or drains: come back. */
  Restart: 1012,
  /** Overload or a slow reader: come back later. */
  Overload: 1013,
  BadMessage: 4400,
  SignIn: 4401,
  Forbidden: 4403,
  NotFound: 4404,
  /** The document was begun anew: reload it before editing on. */
  EpochChanged: 4409,
  /** One message was larger than the server takes. */
  TooLarge: 4413,
  /** The client is older than the document format. */
  ClientTooOld: 4426,
  /** Rights changed: connect again and be judged anew. */
  AccessChanged: 4500,
  /** Too many people on this map. */
  MapFull: 4503,
} as const;
export type CloseCode = (typeof CloseCode)[keyof typeof CloseCode];

/** What a WebSocket itself is closed with for a fault of the peer: broken frames, too many of them, too large a message. */
const faults: readonly number[] = [1002, 1007, 1008, 1009];

/** Whether a client may come back by itself after this close code; 4400-4499 and its own faults are final. */
export function isRetryable(code: number): boolean {
  return (code < 4400 || code > 4499) && !faults.includes(code);
}
