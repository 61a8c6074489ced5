import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv4 } from 'node:net';

const types = { A: 1, AAAA: 28 } as const;

/** The name and the type that a question of DNS asks for, and where it ends. */
function questionOf(message: Buffer): { readonly name: string; readonly type: number; readonly end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), type: message.readUInt16BE(at + 1), end: at + 5 };
}

/** Knows some names and never answers about the others. */
export class NameServer {
  /** Names it was asked for. */
  readonly asked: string[] = [];
  readonly #socket: Socket;
  readonly #names: Readonly<Record<string, readonly string[]>>;

  private constructor(socket: Socket, names: Readonly<Record<string, readonly string[]>>) {
    this.#socket = socket;
    this.#names = names;
    socket.on('message', (message, { port, address }) => {
      const answer = this.#answer(message);
      if (answer !== null) socket.send(answer, port, address);
    });
  }

  /** @param names addresses by name; a name that has none is known not to be there */
  static async start(names: Readonly<Record<string, readonly string[]>>): Promise<NameServer> {
    const socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return new NameServer(socket, names);
  }

  /** As `Resolver.setServers` takes it. */
  get address(): string {
    return `127.0.0.1:${this.#socket.address().port}`;
  }

  async close(): Promise<void> {
    const closed = once(this.#socket, 'close');
    this.#socket.close();
    await closed;
  }

  #answer(message: Buffer): Buffer | null {
    const { name, type, end } = questionOf(message);
    this.asked.push(name);
    const known = this.#names[name];
    if (known === undefined) return null;
    const answers = known.filter((address) => type === (isIPv4(address) ? types.A : types.AAAA));
    const header = Buffer.alloc(12);
    message.copy(header, 0, 0, 2);
    header.writeUInt16BE(known.length === 0 ? 0x8183 : 0x8180, 2);
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(answers.length, 6);
    const records = answers.map((address) => recordOf(type, address));
    return Buffer.concat([header, message.subarray(12, end), ...records]);
  }
}

/** A record that points back to the name of the question. */
function recordOf(type: number, address: string): Buffer {
  const bytes = isIPv4(address)
    ? Buffer.from(address.split('.').map(Number))
    : Buffer.concat(expanded(address).map((part) => Buffer.from(part, 'hex')));
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(bytes.length, 10);
  return Buffer.concat([head, bytes]);
}

/** The eight groups of an IPv6 address, four digits each. */
function expanded(address: string): readonly string[] {
  const [front = '', back = ''] = address.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const [first, last] = [groups(front), groups(back)];
  const gap = Array.from({ length: 8 - first.length - last.length }, () => '0');
  return [...first, ...gap, ...last].map((group) => group.padStart(4, '0'));
}
