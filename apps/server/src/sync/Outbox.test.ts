import { Duplex } from 'node:stream';
import { expect, test } from 'vitest';
import { Outbox } from './Outbox.ts';

/** A socket that notes what is written to it. */
class Noting extends Duplex {
  readonly written: string[] = [];

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.written.push(chunk.toString());
    done();
  }

  override _read(): void {}
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('[SYNC25] presence goes out at once, but not before what was sent earlier', async () => {
  const socket = new Noting();
  const outbox = new Outbox({ socket, now: () => 0, overload: () => {} });
  outbox.sendPresence(Buffer.from('presence 1'));
  expect(socket.written).toEqual(['presence 1']);
  outbox.send(Buffer.from('edit'));
  outbox.sendSaved(1, 1);
  outbox.sendPresence(Buffer.from('presence 2'));
  expect(socket.written).toEqual(['presence 1']);
  await nextTurn();
  expect(socket.written.slice(1, 3)).toEqual(['edit', 'presence 2']);
  expect(socket.written).toHaveLength(4);
  outbox.close();
  outbox.sendPresence(Buffer.from('presence 3'));
  await nextTurn();
  expect(socket.written).toHaveLength(4);
});
