/**
 * First varint of a frame. 0-3 are y-websocket's own (a stock client speaks them unchanged);
 * ours start at 100 and are sent only to a client that asked for them in its address.
 */
export const MessageKind = {
  Sync: 0,
  Awareness: 1,
  Auth: 2,
  QueryAwareness: 3,
  /**
   * Server to client: `[varuint count, varuint sequence]`. The first `count` document messages
   * (sync step 2 and update) of this connection are journaled; the log stands at `sequence`.
   */
  Saved: 100,
  /**
   * Server to client, first frame of a connection: `[varuint epoch, varuint canWrite, varuint sequence]`. A client
   * that keeps a document keeps its epoch and connects with `?epoch=`; another epoch is closed with 4409.
   */
  Hello: 101,
  /**
   * Server to client, to one that asked for it with `?deflate=1`: `[varuint length, bytes]`. The bytes are a sync update,
   * deflated raw; `length` is that of the update. It begins the answer to a step 1 of an empty copy, which ends with
   * step 2.
   */
  Packed: 102,
} as const;
export type MessageKind = (typeof MessageKind)[keyof typeof MessageKind];

/** The two live documents of a map. A socket serves one: `/sync/<mapId>/<part>`. */
export const mapParts = ['structure', 'content'] as const;
export type MapPart = (typeof mapParts)[number];
