/** Apollo Server 5 on Express 5 as their guides set them up, with a map of the same shape held in memory. */
import { createServer } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import { announce } from './announce.ts';

const typeDefs = `
  type LocalizedText { en: String! id: String! }
  enum CardKind { ACTION QUESTION }
  enum Team { MARKETING SALES }
  type Card {
    id: ID! kind: CardKind! text: LocalizedText! team: Team tags: [String!]! channel: String cause: String
    resolved: Boolean! columnId: ID! laneId: ID! rank: String!
  }
  type CardConnection { nodes: [Card!]! }
  type JourneyMap { id: ID! title: LocalizedText! cards(first: Int): CardConnection! }
  type Query { journeyMap(id: ID!): JourneyMap }
`;

const nodes = Array.from({ length: 300 }, (_, n) => ({
  id: `crd_bench${n}`,
  kind: 'ACTION',
  text: {
    en: 'compare price pharmacy waits asks senang kirim obat',
    id: 'resep bayar senang kirim obat price asks waits',
  },
  team: n % 2 === 0 ? 'MARKETING' : 'SALES',
  tags: [],
  channel: null,
  cause: null,
  resolved: false,
  columnId: `stg_bench${n % 5}`,
  laneId: `lan_bench${n % 6}`,
  rank: `a${n}`,
}));
const map = { title: { en: 'Bench', id: '' }, cards: { nodes } };

const app = express();
const http = createServer(app);
const apollo = new ApolloServer({
  typeDefs,
  resolvers: { Query: { journeyMap: (_: unknown, { id }: { id: string }) => ({ id, ...map }) } },
});
await apollo.start();
app.use('/graphql', express.json(), expressMiddleware(apollo));
announce(http);
