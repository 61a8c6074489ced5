import { readFileSync } from 'node:fs';
import { updateLimits } from '@jejak/protocol';
import * as Y from 'yjs';
import { startBenchServer } from '../jejak/startBenchServer.ts';
import { percentile } from '../percentile.ts';
import { dialects } from './Dialect.ts';
import { readVarUint } from './Edit.ts';
import { hostileMessages, manyStructs } from './hostileMessages.ts';
import { LeanClient } from './LeanClient.ts';
import { clientFrame } from './SocketFrames.ts';
import { startStallProbe } from './StallProbe.ts';

/** What attackers cost somebody who works in the same map. */
export interface HostileRound {
  readonly hostileRate: number;
  readonly hostileAckP50: number;
  readonly hostileAckP99: number;
  readonly hostileAckMax: number;
  /** The longest answer to a ping of a third process. */
  readonly hostileHold: number;
  readonly rssBefore: number;
  readonly rssAfter: number;
}

const cards = 500;
const attackers = 5;
const attackMs = 8_000;
const warmMs = 2_000;
const quietMs = 5_000;
const answerMsMax = 10_000;
const savedMessage = 100;
const helloMessage = 101;
const megabyte = 1e6;

/** People who send what is too much in every way, one thing after the other, while somebody writes. */
export async function measureHostile(): Promise<HostileRound> {
  const server = await startBenchServer();
  try {
    const mapId = await server.createMap('Attacked', cards);
    const path = `/sync/${mapId}/content?ack=1`;
    const as = (person: number) => ({ port: server.port, path, headers: server.headersOf(person) });
    const probe = await startStallProbe(as(1));
    const writer = await Writer.open(as(0));
    let attacking = true;
    let sent = 0;
    const messages = hostileMessages().map((message) => clientFrame(message));
    const upload = manyStructs(updateLimits.work.walk.structs + 1);
    const attack = async (person: number): Promise<void> => {
      for (let turn = person; attacking; turn++) {
        const frame = messages[turn % (messages.length + 1)];
        if (frame === undefined)
          await tryUpload(
            `${server.url}/sync/${mapId}/content/work?epoch=${writer.epoch}`,
            upload,
            as(person).headers,
          );
        else await sendHostile(as(person), frame);
        sent += 1;
      }
    };
    try {
      await writer.work(warmMs);
      const rssBefore = rssOf(server.pid);
      await probe.longest();
      const running = Array.from({ length: attackers }, (_, n) => attack(2 + n));
      const times = await writer.work(attackMs);
      attacking = false;
      const hostileHold = await probe.longest();
      await Promise.all(running);
      await writer.work(quietMs);
      return {
        hostileRate: (sent * 1_000) / attackMs,
        hostileAckP50: percentile(times, 0.5),
        hostileAckP99: percentile(times, 0.99),
        hostileAckMax: Math.max(...times),
        hostileHold,
        rssBefore,
        rssAfter: rssOf(server.pid),
      };
    } finally {
      attacking = false;
      await writer.close();
      await probe.close();
    }
  } finally {
    await server.close();
  }
}

/** Opens a socket, says one thing, and waits until the server has said something about it, or enough. */
async function sendHostile(target: Parameters<typeof LeanClient.open>[0], frame: Buffer): Promise<void> {
  let greeted = 0;
  let told = (): void => {};
  const answered = new Promise<void>((resolve) => {
    told = resolve;
  });
  // Hello and the server's own question come unasked.
  const client = await LeanClient.open(target, () => {
    greeted += 1;
    if (greeted > 2) told();
  });
  client.send(frame);
  // The empty answer to its question is acknowledged, once what stands before it has been dealt with.
  for (const hello of dialects.plain.hello('')) client.send(clientFrame(hello));
  await Promise.race([answered, client.closed, expired()]);
  await client.close();
}

async function tryUpload(
  url: string,
  update: Uint8Array,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(update),
    signal: AbortSignal.timeout(answerMsMax),
  });
  await response.arrayBuffer();
}

function expired(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, answerMsMax).unref();
  });
}

function rssOf(pid: number): number {
  const [, resident = 0] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ').map(Number);
  return (resident * 4_096) / megabyte;
}

/** Somebody who writes: an edit, and the next once it is saved. */
class Writer {
  readonly #client: LeanClient;
  readonly #doc = new Y.Doc();
  readonly #saved: { next: () => void };
  /** The life of the document, as the server greeted. */
  readonly epoch: number;
  #written = 0;

  private constructor(client: LeanClient, saved: { next: () => void }, epoch: number) {
    this.#client = client;
    this.#saved = saved;
    this.epoch = epoch;
  }

  static async open(target: Parameters<typeof LeanClient.open>[0]): Promise<Writer> {
    const saved = { next: (): void => {} };
    let epoch = 0;
    let greeted = (): void => {};
    const greeting = new Promise<void>((resolve) => {
      greeted = resolve;
    });
    const client = await LeanClient.open(target, (bytes) => {
      if (bytes[0] === savedMessage) saved.next();
      if (bytes[0] !== helloMessage) return;
      epoch = readVarUint(bytes, { at: 1 });
      greeted();
    });
    await Promise.race([greeting, client.closed]);
    const writer = new Writer(client, saved, epoch);
    const first = writer.#nextSaved();
    for (const hello of dialects.plain.hello('')) client.send(clientFrame(hello));
    await first;
    return writer;
  }

  /** How long each edit took to be saved, in milliseconds. */
  async work(ms: number): Promise<number[]> {
    const times: number[] = [];
    for (const until = performance.now() + ms; performance.now() < until; ) {
      const before = Y.encodeStateVector(this.#doc);
      this.#doc.getMap('emotionScores').set('work', ++this.#written);
      const saved = this.#nextSaved();
      const began = performance.now();
      this.#client.send(clientFrame(dialects.plain.update('', Y.encodeStateAsUpdate(this.#doc, before))));
      await saved;
      times.push(performance.now() - began);
    }
    return times;
  }

  async close(): Promise<void> {
    await this.#client.close();
  }

  #nextSaved(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#saved.next = resolve;
      void this.#client.closed.then((why) => reject(new Error(`the writer: ${why}`)));
    });
  }
}
