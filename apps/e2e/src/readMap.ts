import type { HttpPerson } from '@jejak/testbed';

/** A map as GraphQL tells it, as far as journeys look at it. */
export interface ToldMap {
  readonly mapVersion: string;
  readonly title: Both;
  readonly stages: readonly {
    readonly name: Both;
    readonly steps: readonly { readonly id: string; readonly name: Both }[];
  }[];
  readonly personas: readonly { readonly id: string; readonly name: Both }[];
  readonly cards: { readonly nodes: readonly ToldCard[] };
  readonly emotions: readonly {
    readonly stepId: string;
    readonly personaId: string;
    readonly score: number | null;
  }[];
}

/** A text in both languages. */
export interface Both {
  readonly en: string;
  readonly id: string;
}

/** A card as GraphQL tells it. */
export interface ToldCard {
  readonly id: string;
  readonly columnId: string;
  readonly laneId: string;
  readonly text: Both;
}

const query = `query Read($id: ID!, $minVersion: MapVersion) {
  journeyMap(id: $id, minVersion: $minVersion) {
    mapVersion
    title { en id }
    stages { name { en id } steps { id name { en id } } }
    personas { id name { en id } }
    cards(first: 500) { nodes { id columnId laneId text { en id } } }
    emotions { stepId personaId score }
  }
}`;

/** Reads a map through GraphQL. */
export async function readMap(person: HttpPerson, id: string, minVersion?: string): Promise<ToldMap> {
  const { journeyMap } = await person.graphql<{ journeyMap: ToldMap }>(query, {
    id,
    ...(minVersion === undefined ? {} : { minVersion }),
  });
  return journeyMap;
}

/** One card of a map, read through GraphQL; undefined when there is none. */
export async function readCard(
  person: HttpPerson,
  mapId: string,
  cardId: string,
): Promise<ToldCard | undefined> {
  return (await readMap(person, mapId)).cards.nodes.find((card) => card.id === cardId);
}
