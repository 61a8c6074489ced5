import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { cpuSeconds } from '../cpuSeconds.ts';
import { startRedis } from '../jejak/startRedis.ts';

const channels = 140;
/** About a hint; presence of two people is twice that. */
const messageBytes = 120;
const nodes = 2;
const warmMs = 500;
const measuredMs = 3_000;

/** What one Redis takes. */
export interface RedisRate {
  readonly messagesPerSecond: number;
  readonly cpuMicros: number;
}

/** Publishes as two nodes do, each with so many messages under way; both nodes hear each message. */
export async function measureRedis(underWay: number): Promise<RedisRate> {
  const redis = await startRedis();
  const sockets: Socket[] = [];
  const open = async (): Promise<Socket> => {
    const socket = connect(Number(new URL(redis.url).port), '127.0.0.1');
    sockets.push(socket);
    await once(socket, 'connect');
    return socket;
  };
  try {
    const names = Array.from({ length: channels }, (_, n) => `jejak:map:${1_000 + n}`);
    let heardBytes = 0;
    for (let n = 0; n < nodes; n++) {
      const listener = await open();
      listener.write(`SUBSCRIBE ${names.join(' ')}\r\n`);
      await once(listener, 'data');
      listener.on('data', (data: Buffer) => {
        heardBytes += data.byteLength;
      });
    }
    let answered = 0;
    let turn = 0;
    const message = 'x'.repeat(messageBytes);
    for (let n = 0; n < nodes; n++) {
      const publisher = await open();
      const publish = (count: number): void => {
        let text = '';
        for (let at = 0; at < count; at++) text += `PUBLISH ${names[turn++ % channels]} ${message}\r\n`;
        publisher.write(text);
      };
      // An answer is `:2`: both nodes.
      publisher.on('data', (data: Buffer) => {
        const answers = data.toString('latin1').split(':').length - 1;
        answered += answers;
        publish(answers);
      });
      publish(underWay);
    }
    await delay(warmMs);
    const before = { answered, heardBytes, cpu: cpuSeconds(redis.pid), at: performance.now() };
    await delay(measuredMs);
    const messages = answered - before.answered;
    if ((heardBytes - before.heardBytes) / messages < nodes * messageBytes * 0.9)
      throw new Error('Redis dropped messages');
    return {
      messagesPerSecond: (messages * 1_000) / (performance.now() - before.at),
      cpuMicros: ((cpuSeconds(redis.pid) - before.cpu) * 1e6) / messages,
    };
  } finally {
    for (const socket of sockets) socket.destroy();
    await redis.close();
  }
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
