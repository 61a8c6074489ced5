import { carryInto, changesOf } from '@jejak/document-lives';
import { CloseCode, type MapPart, MessageKind, mapParts } from '@jejak/protocol';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

/** The root that the tests write into, in both documents. */
export const root = 'cards';
const roots = new Map([[root, 'map']] as const);

interface Life {
  readonly epoch: number;
  readonly doc: Y.Doc;
  sequence: number;
}

/** A request about work, as the server got it. */
export interface WorkRequest {
  readonly method: string;
  readonly part: string;
  readonly epoch: number;
}

/** The server's end of one map in this process: sockets, work over HTTP, and lives that end. */
export class FakeServer {
  readonly requests: WorkRequest[] = [];
  /** Stands between a request about work and its answer; what it gives back is answered instead. */
  onRequest: (request: WorkRequest, answer: () => Promise<Response>) => Promise<Response> = (_, answer) =>
    answer();
  /** Sockets are not opened, and requests fail. */
  away = false;
  /** What is sent for an empty copy to whoever takes it packed; null: step 2, as to everybody else. */
  packed: ((state: Uint8Array) => { readonly bytes: Uint8Array; readonly length: number }) | null = null;
  /** What is sent right behind it. */
  since: readonly Uint8Array[] = [];
  /** How far behind the log the sockets' node is. */
  behind = 0;
  readonly WebSocketImpl: typeof WebSocket;
  readonly #lives: Record<MapPart, Life> = { structure: firstLife(11), content: firstLife(21) };
  readonly #former = new Map<number, Y.Doc>();
  readonly #sockets = new Set<FakeSocket>();

  constructor() {
    const open = (socket: FakeSocket): void => this.#greet(socket);
    const send = (socket: FakeSocket, frame: Uint8Array): void => this.#hear(socket, frame);
    const gone = (socket: FakeSocket): boolean => this.#sockets.delete(socket);
    class Impl extends FakeSocket {
      constructor(url: string) {
        super(url, { open, send, gone });
      }
    }
    // All that y-websocket uses of one.
    this.WebSocketImpl = Impl as unknown as typeof WebSocket;
  }

  readonly fetch: typeof fetch = async (address, init) => {
    if (this.away) throw new TypeError('fetch failed');
    const { pathname, searchParams } = new URL(String(address));
    const part = pathname.split('/').at(-2) ?? '';
    const request = { method: init?.method ?? 'GET', part, epoch: Number(searchParams.get('epoch')) };
    this.requests.push(request);
    return this.onRequest(request, async () => this.#answer(request, init?.body));
  };

  doc(part: MapPart = 'content'): Y.Doc {
    return this.#lives[part].doc;
  }

  epoch(part: MapPart = 'content'): number {
    return this.#lives[part].epoch;
  }

  get open(): number {
    return this.#sockets.size;
  }

  /** Begins one document of the map anew; everybody is sent away. */
  renew(part: MapPart = 'content'): void {
    const { epoch, doc, sequence } = this.#lives[part];
    this.#former.set(epoch, doc);
    const next = new Y.Doc();
    for (const [key, text] of texts(doc)) next.getMap(root).set(key, new Y.Text(text));
    this.#lives[part] = { epoch: epoch + 100, doc: next, sequence: sequence + 1 };
    this.closeAll(CloseCode.EpochChanged);
  }

  /** No longer keeps the former lives. */
  forgetLives(): void {
    this.#former.clear();
  }

  closeAll(code: number): void {
    for (const socket of [...this.#sockets]) socket.end(code);
  }

  #answer({ method, part, epoch }: WorkRequest, body: unknown): Response {
    const life = this.#lives[part === 'structure' ? 'structure' : 'content'];
    const end = epoch === life.epoch ? life.doc : this.#former.get(epoch);
    if (end === undefined) return new Response('', { status: 409 });
    if (method === 'GET')
      return new Response(new Uint8Array(Y.encodeStateVector(end)), {
        headers: { 'content-type': 'application/octet-stream' },
      });
    const update = body instanceof Uint8Array ? body : new Uint8Array();
    if (end !== life.doc) {
      const changes = changesOf(Y.encodeStateAsUpdate(end), [update], roots);
      if (changes.length > 0) carryInto(life.doc, 1_000 + life.sequence, changes, roots, null);
    }
    Y.applyUpdate(end, update);
    this.#journal(life, null);
    return Response.json({ seq: life.sequence });
  }

  #greet(socket: FakeSocket): void {
    const life = this.#lives[socket.part];
    const { epoch } = socket;
    if (this.away) socket.end(1006);
    else if (epoch !== null && epoch !== life.epoch) socket.end(CloseCode.EpochChanged);
    else {
      this.#sockets.add(socket);
      socket.say(MessageKind.Hello, [life.epoch, 1, life.sequence - this.behind]);
      socket.say(MessageKind.Sync, [0], Y.encodeStateVector(life.doc));
    }
  }

  #hear(socket: FakeSocket, frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame);
    if (decoding.readVarUint(decoder) !== MessageKind.Sync) return;
    const kind = decoding.readVarUint(decoder);
    const body = decoding.readVarUint8Array(decoder).slice();
    const life = this.#lives[socket.part];
    if (kind === 0 && this.packed !== null && socket.takesPacked && body.length === 1) {
      const { bytes, length } = this.packed(Y.encodeStateAsUpdate(life.doc));
      socket.say(MessageKind.Packed, [length], bytes);
      for (const update of this.since) socket.say(MessageKind.Sync, [2], update);
      socket.say(MessageKind.Sync, [1], Uint8Array.of(0, 0));
      return;
    }
    if (kind === 0) {
      socket.say(MessageKind.Sync, [1], Y.encodeStateAsUpdate(life.doc, body));
      return;
    }
    const before = Y.encodeStateVector(life.doc);
    Y.applyUpdate(life.doc, body);
    if (!same(before, Y.encodeStateVector(life.doc))) this.#journal(life, socket);
    socket.count += 1;
    socket.say(MessageKind.Saved, [socket.count, life.sequence - this.behind]);
    if (this.behind > 0) this.behind -= 1;
  }

  #journal(life: Life, from: FakeSocket | null): void {
    life.sequence += 1;
    const part = mapParts.find((one) => this.#lives[one] === life);
    for (const socket of this.#sockets)
      if (socket !== from && socket.part === part)
        socket.say(MessageKind.Sync, [2], Y.encodeStateAsUpdate(life.doc));
  }
}

/** The texts of a document, by key. */
export function texts(doc: Y.Doc): readonly (readonly [string, string])[] {
  return [...doc.getMap(root).entries()].map(([key, text]) => [key, String(text)] as const).sort();
}

function firstLife(epoch: number): Life {
  return { epoch, doc: new Y.Doc(), sequence: 1 };
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

interface ServerEnd {
  readonly open: (socket: FakeSocket) => void;
  readonly send: (socket: FakeSocket, frame: Uint8Array) => void;
  readonly gone: (socket: FakeSocket) => void;
}

/** A socket whose other end is in this process; each frame arrives in a turn of its own. */
class FakeSocket {
  readonly OPEN = 1;
  readyState = 0;
  binaryType = 'arraybuffer';
  onopen: (() => void) | null = null;
  onmessage: ((event: { readonly data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  /** Document messages heard on it. */
  count = 0;
  readonly #url: URL;
  readonly #server: ServerEnd;

  constructor(url: string, server: ServerEnd) {
    this.#url = new URL(url);
    this.#server = server;
    setImmediate(() => {
      if (this.readyState !== 0) return;
      this.readyState = 1;
      this.onopen?.();
      server.open(this);
    });
  }

  get part(): MapPart {
    return this.#url.pathname.endsWith('structure') ? 'structure' : 'content';
  }

  get takesPacked(): boolean {
    return this.#url.searchParams.get('deflate') === '1';
  }

  get epoch(): number | null {
    const epoch = this.#url.searchParams.get('epoch');
    return epoch === null ? null : Number(epoch);
  }

  send(frame: Uint8Array): void {
    const sent = frame.slice();
    setImmediate(() => {
      if (this.readyState === 1) this.#server.send(this, sent);
    });
  }

  say(kind: number, numbers: readonly number[], body?: Uint8Array): void {
    const encoder = encoding.createEncoder();
    for (const number of [kind, ...numbers]) encoding.writeVarUint(encoder, number);
    if (body !== undefined) encoding.writeVarUint8Array(encoder, body);
    const frame = encoding.toUint8Array(encoder);
    setImmediate(() => {
      if (this.readyState === 1) this.onmessage?.({ data: frame.slice().buffer });
    });
  }

  /** Closed by the server. */
  end(code: number): void {
    this.readyState = 3;
    this.#server.gone(this);
    setImmediate(() => this.onclose?.({ code, reason: '' }));
  }

  close(): void {
    this.readyState = 3;
    this.#server.gone(this);
  }
}
