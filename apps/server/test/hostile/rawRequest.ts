import { connect } from 'node:net';

/** An answer over a connection of its own. */
export interface RawReply {
  readonly status: number;
  readonly text: string;
}

const answerMsMax = 10_000;

/** Sends a request as these very lines, each character one byte, and reads to the end of the connection. */
export function askRaw(
  port: number,
  first: string,
  headers: readonly string[],
  body = '',
): Promise<RawReply> {
  const own = [`Host: 127.0.0.1:${port}`, 'Connection: close', `Content-Length: ${Buffer.byteLength(body)}`];
  const bytes = Buffer.from([first, ...own, ...headers, '', body].join('\r\n'), 'latin1');
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const pieces: Buffer[] = [];
    const timer = setTimeout(() => socket.destroy(new Error(`no answer to ${first}`)), answerMsMax);
    socket.on('data', (piece) => pieces.push(piece));
    socket.on('error', reject);
    socket.on('close', () => {
      clearTimeout(timer);
      const whole = Buffer.concat(pieces).toString();
      const end = whole.indexOf('\r\n\r\n');
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(whole)?.[1] ?? 0), text: whole.slice(end + 4) });
    });
    socket.write(bytes);
  });
}
