import { connect } from 'node:net';

const waitMsMax = 15_000;

/** Whether the last frame of what the server wrote is its goodbye. */
function saysGoodbye(chunk: Buffer): boolean {
  for (let length = 0; length <= 125; length++)
    if (chunk.at(-1 - length) === length && chunk.at(-2 - length) === 0x88) return true;
  return false;
}

/** Opens a socket by hand, writes bytes behind the upgrade, and waits until the server ends it; whether it was open. */
export function endsSender(
  port: number,
  path: string,
  bytes: Buffer,
  cuts: readonly number[] = [],
  /** Further lines of the request, each with its end. */
  headers = '',
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const timer = setTimeout(() => socket.destroy(new Error(`still open after ${waitMsMax} ms`)), waitMsMax);
    let open = false;
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // Whoever is refused while writing hears of it as an error.
      if (error.code === undefined) reject(error);
    });
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(open);
    });
    socket.on('data', (chunk) => {
      if (open && saysGoodbye(chunk)) socket.end();
      if (open) return;
      open = true;
      let from = 0;
      for (const to of [...cuts, bytes.length]) {
        socket.write(bytes.subarray(from, to));
        from = to;
      }
    });
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n' +
        `${headers}\r\n`,
    );
  });
}
