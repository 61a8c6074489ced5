import { formatNumber } from '../formatNumber.ts';
import { type BenchServer, startBenchServer } from '../jejak/startBenchServer.ts';
import { median } from '../median.ts';
import { type Peer, startPeer } from '../peers/startPeer.ts';
import type { Section } from '../Section.ts';
import { RemoteEditor } from '../web/RemoteEditor.ts';
import { graphqlRequest } from './HttpConnection.ts';
import { mapQuery, typenameQuery } from './mapQuery.ts';
import { measureRate } from './measureRate.ts';

const rounds = 3;
const cards = 300;
const ms = 3_000;
const editsPerSecond = 5;

const peers = [
  { name: 'bare `node:http`', start: () => startPeer('bareHttp') },
  { name: 'Apollo Server 5 + Express 5', start: () => startPeer('apollo') },
  { name: 'Yoga 5', start: () => startPeer('yoga') },
  { name: 'Mercurius 16', start: () => startPeer('mercurius') },
  { name: 'Mercurius 16 + jit', start: () => startPeer('mercurius', ['jit']) },
] as const;

interface Target {
  readonly name: string;
  readonly port: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly map: number[];
  readonly least: number[];
}

function target(name: string, port: number, headers: Readonly<Record<string, string>> = {}): Target {
  return { name, port, headers, map: [], least: [] };
}

/** Whole maps and the least question, beside other servers; all of them run, one at a time is asked. */
export async function measureRates(say: (line: string) => void): Promise<Section> {
  const started: (Peer | BenchServer)[] = [];
  const targets: Target[] = [];
  const whileEdited: number[] = [];
  try {
    for (const { name, start } of peers) {
      const peer = await start();
      started.push(peer);
      targets.push(target(name, peer.port));
    }
    const server = await startBenchServer();
    started.push(server);
    const id = await server.createMap('Bench', cards);
    targets.push(target('Jejak', server.port, server.headersOf(0)));
    const request = graphqlRequest(server.port, server.headersOf(0), mapQuery, { id });
    for (let round = 1; round <= rounds; round++) {
      for (const { name, port, headers, map, least } of targets) {
        least.push(await measureRate(port, graphqlRequest(port, headers, typenameQuery, {}), ms));
        map.push(await measureRate(port, graphqlRequest(port, headers, mapQuery, { id }), ms));
        say(
          `round ${round}: ${formatNumber(map.at(-1) ?? 0)} maps/s, ${formatNumber(least.at(-1) ?? 0)} least/s by ${name}`,
        );
      }
      const colleague = await RemoteEditor.open(server.url, server.headersOf(1), id);
      const stop = colleague.edit(editsPerSecond, '');
      whileEdited.push(await measureRate(server.port, request, ms));
      stop();
      colleague.close();
      say(`round ${round}: ${formatNumber(whileEdited.at(-1) ?? 0)} maps/s by Jejak while edited`);
    }
  } finally {
    for (const each of started.reverse()) await each.close();
  }
  const row = (title: string, key: 'map' | 'least') => [
    title,
    ...targets.map((each) => formatNumber(median(each[key]))),
  ];
  return {
    title: 'GraphQL',
    notes: [
      `One map of ${cards} cards, 13 fields each, in one query over 10 connections; medians of ${rounds} interleaved rounds of ${ms / 1000} s. Ours reads the live map, signed in, with all limits on, and keeps the answer of a version while it is the newest; the others answer a constant object to anybody, set up as their guides say.`,
    ],
    head: ['Measure', ...targets.map(({ name }) => name)],
    rows: [
      row('map queries/s', 'map'),
      [
        `map queries/s, edited ${editsPerSecond} times a second`,
        ...peers.map(() => '–'),
        formatNumber(median(whileEdited)),
      ],
      row('`{ __typename }`/s', 'least'),
    ],
  };
}
