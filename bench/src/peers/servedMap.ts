/** A schema of the same shape as ours, for peers. */
export const typeDefs = `
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
  text: { en: `Card ${n} asks what it costs`, id: `Kartu ${n} bertanya berapa harganya` },
  team: n % 2 === 0 ? 'MARKETING' : 'SALES',
  tags: [],
  channel: null,
  cause: null,
  resolved: false,
  columnId: `stg_bench${n % 5}`,
  laneId: `lan_bench${n % 6}`,
  rank: `a${n}`,
}));

/** A map with 300 cards, held in memory. */
export const servedMap = { title: { en: 'Bench', id: '' }, cards: { nodes } };

/** How peers find it. */
export const resolvers = {
  Query: { journeyMap: (_: unknown, { id }: { readonly id: string }) => ({ id, ...servedMap }) },
};
