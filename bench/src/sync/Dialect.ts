import * as encoding from 'lib0/encoding';

/** How a server wants Yjs updates wrapped. */
export interface Dialect {
  readonly name: 'plain' | 'hocuspocus';
  /** What a client with a copy of this state vector says first; without one its copy is empty. */
  readonly hello: (room: string, stateVector?: Uint8Array) => readonly Uint8Array[];
  /** The message that carries presence: client, clock and state as JSON. */
  readonly presence: (room: string, client: number, clock: number, json: string) => Uint8Array;
  /** The message that carries an update. */
  readonly update: (room: string, update: Uint8Array) => Uint8Array;
  /** Bytes in front of the message kind. */
  readonly prefixLength: (room: string) => number;
}

function message(write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode(write);
}

function writePresence(to: encoding.Encoder, client: number, clock: number, json: string): void {
  encoding.writeVarUint(to, 1);
  encoding.writeVarUint8Array(
    to,
    encoding.encode((entry) => {
      encoding.writeVarUint(entry, 1);
      encoding.writeVarUint(entry, client);
      encoding.writeVarUint(entry, clock);
      encoding.writeVarString(entry, json);
    }),
  );
}

const emptyUpdate = Uint8Array.of(0, 0);
const emptyStateVector = Uint8Array.of(0);

/** The y-websocket protocol: what our server, a relay and y-websocket's own server speak. */
const plain: Dialect = {
  name: 'plain',
  hello: (_room, stateVector = emptyStateVector) => [
    message((to) => {
      encoding.writeVarUint(to, 0);
      encoding.writeVarUint(to, 0);
      encoding.writeVarUint8Array(to, stateVector);
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
  presence: (_room, client, clock, json) => message((to) => writePresence(to, client, clock, json)),
  prefixLength: () => 0,
};

/** Hocuspocus puts the document's name in front and wants to be greeted with a token. */
const hocuspocus: Dialect = {
  name: 'hocuspocus',
  hello: (room, stateVector = emptyStateVector) => [
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
      encoding.writeVarUint8Array(to, stateVector);
    }),
  ],
  update: (room, update) =>
    message((to) => {
      encoding.writeVarString(to, room);
      encoding.writeVarUint(to, 0);
      encoding.writeVarUint(to, 2);
      encoding.writeVarUint8Array(to, update);
    }),
  presence: (room, client, clock, json) =>
    message((to) => {
      encoding.writeVarString(to, room);
      writePresence(to, client, clock, json);
    }),
  prefixLength: (room) => message((to) => encoding.writeVarString(to, room)).length,
};

/** Both dialects by name, as a job for the load generator carries only the name. */
export const dialects = { plain, hocuspocus } as const;
