import { createServer, type Server } from 'node:https';
import { createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { noEvents } from '../../src/modules/webhooks/Delivery.ts';
import { AllowedHosts } from '../../src/outbound/AllowedHosts.ts';
import { postSafely } from '../../src/outbound/postSafely.ts';
import { WebhookBed } from '../webhooks/WebhookBed.ts';
import { CorpusCount } from './CorpusCount.ts';
import { tlsCases } from './tlsCases.ts';
import { UnhandledErrors } from './UnhandledErrors.ts';

const local = '127.0.0.1';
const resolve = async () => [local];
const hosts = ['hooks.test', 'a.hooks.test', 'a.b.hooks.test', local];

describe('hostile receivers over TLS', () => {
  const unhandled = new UnhandledErrors();
  const count = new CorpusCount('Webhooks and fetches, TLS');
  const { authority, cases } = tlsCases(Date.now());
  const authorities = [authority.certificate];
  const ends: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
    expect(unhandled.seen).toEqual([]);
  });
  afterAll(() => {
    unhandled.stop();
    count.tell();
  });

  const listen = async (server: Server | TcpServer): Promise<number> => {
    await new Promise<void>((listening) => server.listen(0, local, listening));
    ends.push(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    });
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('no port');
    return address.port;
  };
  const post = (url: string, msMax?: number) =>
    postSafely(
      { url, headers: {}, body: '{"id":"whd_secret"}' },
      { allowed: new AllowedHosts(hosts), resolve, authorities, ...(msMax === undefined ? {} : { msMax }) },
    );

  it('[HOSTILE10] a certificate for the name, by somebody believed, is accepted; at any other nothing is said', async () => {
    const surprises: unknown[] = [];
    for (const { name, host, options, expected } of cases) {
      let asked = 0;
      const server = createServer(options, (_request, response) => {
        asked += 1;
        response.writeHead(204).end();
      });
      server.on('tlsClientError', () => {});
      const got = await post(`https://${host}:${await listen(server)}/`);
      const wanted = { status: expected === null ? 204 : null, fault: expected };
      if (got.status !== wanted.status || got.fault !== wanted.fault || asked !== (expected === null ? 1 : 0))
        surprises.push({ name, wanted, got, asked });
    }
    expect(surprises).toEqual([]);
    count.add('certificates', cases.length);
  });

  it('[HOSTILE10] the name goes along with the greeting and the request, an address does not', async () => {
    const [right] = cases;
    const heard: unknown[] = [];
    const server = createServer(right?.options ?? {}, (request, response) => {
      heard.push('servername' in request.socket ? request.socket.servername : null, request.headers.host);
      response.writeHead(204).end();
    });
    const port = await listen(server);
    expect(await post(`https://hooks.test:${port}/`)).toEqual({ status: 204, fault: null });
    expect(heard).toEqual(['hooks.test', `hooks.test:${port}`]);
    count.add('names');
  });

  it('[HOSTILE10] greetings that are cut, silent, or of another protocol, have their fault', async () => {
    const plain = createTcpServer((socket) => {
      socket.on('error', () => {}).once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    });
    const cut = createTcpServer((socket) => {
      socket.on('error', () => {}).once('data', () => socket.destroy());
    });
    const silent = createTcpServer((socket) => {
      socket.on('error', () => {}).resume();
    });
    for (const [server, fault] of [
      [plain, 'TLS'],
      [cut, 'CONNECTION'],
      [silent, 'TIMEOUT'],
    ] as const) {
      const port = await listen(server);
      expect(await post(`https://hooks.test:${port}/`, fault === 'TIMEOUT' ? 60 : undefined)).toEqual({
        status: null,
        fault,
      });
      count.add('greetings');
    }
  });

  it('[HOSTILE10] [HOOK11] the log of deliveries says honestly what became of each', async () => {
    const flips = { asked: 0 };
    const bed = await WebhookBed.start(1, {
      authorities,
      // What was fine at the first question leads inside at the second.
      resolve: async (host) => [host === 'flips.example.org' && flips.asked++ === 0 ? local : '10.0.0.1'],
      msMax: 2_000,
    });
    ends.push(() => bed.close());
    const upgraded = createTcpServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => socket.write('HTTP/1.1 101 X\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'));
    });
    const served = async (which: string): Promise<string> => {
      const options = cases.find(({ name }) => name === which)?.options;
      if (options === undefined) throw new Error(`no case ${which}`);
      const server = createServer(options, (_request, response) => response.writeHead(200).end());
      server.on('tlsClientError', () => {});
      return `https://${local}:${await listen(server)}/`;
    };
    const rows: readonly (readonly [url: string, status: number | null, fault: string | null])[] = [
      [await served('its address'), 200, null],
      [await served('another address'), null, 'TLS'],
      [await served('its address as a name'), null, 'TLS'],
      [await served('run out long ago'), null, 'TLS'],
      [await served('signed by itself'), null, 'TLS'],
      [await served('signed by somebody unknown'), null, 'TLS'],
      [`http://${local}:${await listen(upgraded)}/`, 101, 'STATUS'],
      ['https://rebinds.example.org/', null, 'ADDRESS'],
      [bed.receiver.url(), 200, null],
    ];
    const { services } = bed.at().webhooks;
    const made: string[] = [];
    for (const [url] of rows) {
      const { webhook } = await bed.newWebhook({ url });
      made.push(webhook.id);
      const [id, at] = [services.newDeliveryId(), bed.now()];
      await services.deliveries.enqueue({
        ...{
          id,
          key: id,
          webhookId: webhook.id,
          workspaceId: webhook.workspaceId,
          mapId: null,
          type: 'PING',
          content: noEvents,
        },
        ...{ slice: null, state: 'PENDING', createdAt: at, startedAt: at, dueAt: at, tries: 0, attempts: [] },
      });
    }
    await bed.send();
    for (const [index, [, status, fault]] of rows.entries()) {
      const [delivery] = await bed.deliveriesOf(made[index] ?? '');
      expect(delivery).toMatchObject({
        state: fault === null ? 'DELIVERED' : 'PENDING',
        attempts: [{ status, fault, ms: expect.any(Number) }],
      });
    }
    // None holds a place that others need, and the node can end.
    expect(bed.counted.outcomes).toHaveLength(rows.length);
    expect(bed.failures).toEqual([]);
    count.add('entries of the log', rows.length);
  });
});
