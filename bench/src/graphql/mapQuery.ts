/** One map with everything about each of its cards: 13 fields. */
export const mapQuery = `query Map($id: ID!) {
  journeyMap(id: $id) {
    id
    title { en id }
    cards(first: 300) {
      nodes {
        id kind text { en id } team tags channel cause resolved columnId laneId rank
      }
    }
  }
}`;

/** The least a GraphQL server can be asked. */
export const typenameQuery = '{ __typename }';
