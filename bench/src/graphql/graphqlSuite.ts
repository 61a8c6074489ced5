import { formatNumber } from '../formatNumber.ts';
import { startBenchServer } from '../jejak/startBenchServer.ts';
import { median } from '../median.ts';
import { startPeer } from '../peers/startPeer.ts';
import type { Suite } from '../Section.ts';
import { graphqlRequest } from './HttpConnection.ts';
import { mapQuery, typenameQuery } from './mapQuery.ts';
import { measureRate } from './measureRate.ts';

const rounds = 3;
const cards = 300;
const ms = 3_000;

/** Whole maps through GraphQL, beside Apollo Server as its guide sets it up. */
export const graphqlSuite: Suite = {
  name: 'graphql',
  async run(say) {
    const server = await startBenchServer();
    const peer = await startPeer('apollo');
    const rates: Rates = { ours: { map: [], least: [] }, peer: { map: [], least: [] } };
    try {
      const id = await server.createMap('Bench', cards);
      const targets = [
        { rates: rates.peer, port: peer.port, headers: {} },
        { rates: rates.ours, port: server.port, headers: server.headersOf(0) },
      ];
      for (let round = 1; round <= rounds; round++) {
        for (const { rates: into, port, headers } of targets) {
          const least = await measureRate(port, graphqlRequest(port, headers, typenameQuery, {}), ms);
          const map = await measureRate(port, graphqlRequest(port, headers, mapQuery, { id }), ms);
          into.least.push(least);
          into.map.push(map);
        }
        say(`round ${round}: ${describe(rates.peer)} by Apollo, ${describe(rates.ours)} by ours`);
      }
    } finally {
      await peer.close();
      await server.close();
    }
    const row = (title: string, key: 'map' | 'least') => [
      title,
      formatNumber(median(rates.peer[key])),
      formatNumber(median(rates.ours[key])),
    ];
    return [
      {
        title: 'GraphQL',
        notes: [
          `One map of ${cards} cards, 13 fields each, in one query over 10 connections; medians of ${rounds} interleaved rounds of ${ms / 1000} s. Ours reads the live map, signed in, with all limits on; Apollo answers a constant object.`,
        ],
        head: ['Measure', 'Apollo Server 5 + Express 5, defaults', 'Jejak'],
        rows: [row('map queries/s', 'map'), row('`{ __typename }`/s', 'least')],
      },
    ];
  },
};

interface Rates {
  readonly ours: { readonly map: number[]; readonly least: number[] };
  readonly peer: { readonly map: number[]; readonly least: number[] };
}

function describe(rates: { readonly map: readonly number[]; readonly least: readonly number[] }): string {
  return `${formatNumber(rates.map.at(-1) ?? Number.NaN)} maps/s and ${formatNumber(rates.least.at(-1) ?? Number.NaN)} least/s`;
}
