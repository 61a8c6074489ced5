import { connect } from 'node:net';

/**
 * What became of an upgrade: an HTTP status, the code its socket was closed with, that it is open (and whether its
 * greeting lets it write), or that the connection ended without a word.
 */
export type UpgradeOutcome =
  | `HTTP ${number}`
  | `closed ${number}`
  | 'open'
  | 'reads'
  | 'writes'
  | 'ended'
  | 'silence';

const answerMsMax = 10_000;

/** Writes raw bytes to a server and says what it answered. `greets`: an open socket says something first. */
export function askUpgrade(port: number, bytes: Buffer, greets: boolean): Promise<UpgradeOutcome> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let read = Buffer.alloc(0);
    const end = (outcome: UpgradeOutcome): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(outcome);
    };
    const timer = setTimeout(() => end('silence'), answerMsMax);
    // Whoever is refused while writing hears of it as an error.
    socket.on('error', () => {});
    socket.on('close', () => end('ended'));
    socket.on('data', (chunk) => {
      read = Buffer.concat([read, chunk]);
      const outcome = outcomeOf(read, greets);
      if (outcome !== null) end(outcome);
    });
    socket.write(bytes);
  });
}

function outcomeOf(read: Buffer, greets: boolean): UpgradeOutcome | null {
  const headEnd = read.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(read.toString('latin1', 0, 16))?.[1]);
  if (status !== 101) return `HTTP ${status}`;
  if (!greets) return 'open';
  const frame = read.subarray(headEnd + 4);
  const length = frame[1];
  if (length === undefined || frame.byteLength < 2 + length) return null;
  if (frame[0] === 0x88) return `closed ${frame.readUInt16BE(2)}`;
  // Hello: its kind, the epoch as a varuint, and whether one may write.
  if (frame[2] !== 101) return 'open';
  let at = 3;
  while ((frame[at] ?? 0) >= 0x80) at += 1;
  return frame[at + 1] === 1 ? 'writes' : 'reads';
}
