import * as encoding from 'lib0/encoding';

/** How a server wants Yjs updates wrapped. */
export interface Dialect {
  readonly name: 'plain' | 'hocuspocus';
  /** What a client says first. */
  readonly hello: (room: string) => readonly Uint8Array[];
  /** The message that carries an update. */
  readonly update: (room: string, update: Uint8Array) => Uint8Array;
  /** Bytes in front of the message kind. */
  readonly prefixLength: (room: string) => number;
}

function message(write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode(write);
}

const emptyUpdate = Uint8Array.of(0, 0);
const emptyStateVector = Uint8Array.of(0);

/** The y-websocket protocol: what our server, a relay and y-websocket's own server speak. */
const plain: Dialect = {
  name: 'plain',
  hello: () => [
    message((to) => {
      encoding.writeVarUint(to, 0);
      encoding.writeVarUint(to, 0);
      encoding.writeVarUint8Array(to, emptyStateVector);
    }),
    // The answer to the server's own question: nothing you do not have.
    message((to) => {
      encoding.writeVarUint(to, 0);
      encoding.writeVarUint(to, 1);
      encoding.writeVarUint8Array(to, emptyUpdate);
    }),
  ],
  update: (_room, update) =>
    message((to) => {
      encoding.writeVarUint(to, 0);
      encoding.writeVarUint(to, 2);
      encoding.writeVarUint8Array(to, update);
    }),
  prefixLength: () => 0,
};

/** Hocuspocus puts the document's name in front and wants to be greeted with a token. */
const hocuspocus: Dialect = {
  name: 'hocuspocus',
  hello: (room) => [
    message((to) => {
      encoding.writeVarString(to, room);
      encoding.writeVarUint(to, 2);
      encoding.writeVarUint(to, 0);
      encoding.writeVarString(to, 'anyone');
    }),
    message((to) => {
      encoding.writeVarString(to, room);
      encoding.writeVarUint(to, 0);
      encoding.writeVarUint(to, 0);
      encoding.writeVarUint8Array(to, emptyStateVector);
    }),
  ],
  update: (room, update) =>
    message((to) => {
      encoding.writeVarString(to, room);
      encoding.writeVarUint(to, 0);
      encoding.writeVarUint(to, 2);
      encoding.writeVarUint8Array(to, update);
    }),
  prefixLength: (room) => message((to) => encoding.writeVarString(to, room)).length,
};

/** Both dialects by name, as a job for the load generator carries only the name. */
export const dialects = { plain, hocuspocus } as const;
