import { connect, type Socket } from 'node:net';
import { clientFrame, FrameReader } from './SocketFrames.ts';

/** Where and as whom a client connects. */
export interface LeanTarget {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A thousand who come at once to a slow server are let in one after the other. */
const connectMsMax = 60_000;

/** A websocket client that hands every message on as bytes and keeps nothing. */
export class LeanClient {
  readonly #socket: Socket;
  readonly closed: Promise<string>;

  private constructor(socket: Socket, closed: Promise<string>) {
    this.#socket = socket;
    this.closed = closed;
  }

  static async open(
    target: LeanTarget,
    onMessage: (payload: Buffer) => void,
    onPong: () => void = () => {},
  ): Promise<LeanClient> {
    const socket = connect(target.port, '127.0.0.1');
    socket.setNoDelay(true);
    let whyClosed = 'the connection ended';
    const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(whyClosed)));
    socket.on('error', (error) => {
      whyClosed = error.message;
    });
    const reader = new FrameReader((opcode, payload) => {
      if (opcode === 2) onMessage(payload);
      else if (opcode === 10) onPong();
      else if (opcode === 9) socket.write(clientFrame(payload, 10));
      else if (opcode === 8) {
        whyClosed = `closed with ${payload.length < 2 ? 'no code' : payload.readUInt16BE(0)}`;
        socket.destroy();
      }
    });
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no answer to the upgrade')), connectMsMax);
      let head = Buffer.alloc(0);
      const onHead = (chunk: Buffer) => {
        head = Buffer.concat([head, chunk]);
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        clearTimeout(timer);
        socket.off('data', onHead);
        const status = head.subarray(0, head.indexOf('\r\n')).toString();
        if (!status.includes(' 101 ')) return reject(new Error(`upgrade refused: ${status}`));
        socket.on('data', (bytes: Buffer) => reader.push(bytes));
        if (head.length > end + 4) reader.push(head.subarray(end + 4));
        resolve();
      };
      socket.on('data', onHead);
      void closed.then((why) => reject(new Error(why)));
      socket.write(requestText(target));
    });
    return new LeanClient(socket, closed);
  }

  /** Sends a frame made by `clientFrame`. */
  send(frame: Buffer): void {
    this.#socket.write(frame);
  }

  /** Resolves when what was sent has left this process. */
  async drained(): Promise<void> {
    if (!this.#socket.writableNeedDrain) return;
    await Promise.race([new Promise<void>((resolve) => this.#socket.once('drain', resolve)), this.closed]);
  }

  async close(): Promise<void> {
    this.#socket.destroy();
    await this.closed;
  }
}

function requestText({ path, port, headers }: LeanTarget): string {
  const lines = [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}
