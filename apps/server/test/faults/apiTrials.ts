import type { ApiBed, ApiCall } from './ApiBed.ts';

/** A call that is made twice on two equal grounds: once undisturbed, and once by a node that dies over it. */
export interface ApiTrial {
  readonly name: string;
  /** Entries of the logs that it writes. */
  readonly writes: { readonly structure: number; readonly content: number };
  prepare(bed: ApiBed): Promise<PreparedTrial>;
}

/** A call on a ground of its own. */
export interface PreparedTrial {
  readonly call: ApiCall;
  /** What is there now, as far as the call may have changed it. */
  look(): Promise<unknown>;
}

/** A map with three cards, and where its parts are. */
interface Ground {
  readonly mapId: string;
  readonly mapVersion: string;
  readonly stageIds: readonly string[];
  readonly laneId: string;
  readonly cardIds: readonly string[];
}

const batchSelect = 'mapVersion results{index recordId changed} errors{index code field messageKey}';

async function groundOf(bed: ApiBed): Promise<Ground> {
  const { workspaceId } = bed.team;
  const made = await bed.call({
    name: 'createMap',
    input: { workspaceId, title: 'Ground', template: 'DIGITAL', locale: 'EN' },
    select: 'map{id stages{id} lanes{id kind}}',
  });
  const { map } = made as unknown as {
    map: { id: string; stages: { id: string }[]; lanes: { id: string; kind: string }[] };
  };
  const stageIds = map.stages.map(({ id }) => id);
  const laneId = map.lanes.find(({ kind }) => kind === 'ACTION')?.id ?? '';
  const operations = ['First', 'Second', 'Third'].map((en) => ({
    addCard: { columnId: stageIds[0], laneId, text: { en } },
  }));
  const added = await bed.call({
    name: 'applyOperations',
    input: { mapId: map.id, operations },
    select: batchSelect,
  });
  const { results, mapVersion } = added as unknown as { results: { recordId: string }[]; mapVersion: string };
  return { mapId: map.id, mapVersion, stageIds, laneId, cardIds: results.map(({ recordId }) => recordId) };
}

/** A map as its readers have it, and what happened on it, in an order of its own: the documents have a log each. */
async function lookAt(bed: ApiBed, mapId: string): Promise<unknown> {
  const texts = 'title{en id}';
  const { events, ...map } = await bed.read<{ events: { nodes: { kind: string }[] } }>(
    'journeyMap',
    `query($id:ID!){journeyMap(id:$id){${texts} stages{name{en} steps{name{en}}} lanes{kind}
      cards(first:100){nodes{columnId text{en id} team tags}}
      events(first:100){nodes{kind changedFields ...on CardAdded{after{text{en}}} ...on CardEdited{after{text{en}}}}}}}`,
    { id: mapId },
  );
  return { ...map, events: events.nodes.map((event) => JSON.stringify(event)).sort() };
}

function onMap(name: string, writes: ApiTrial['writes'], callOf: (ground: Ground) => ApiCall): ApiTrial {
  return {
    name,
    writes,
    async prepare(bed) {
      const ground = await groundOf(bed);
      const { input, ...call } = callOf(ground);
      return {
        call: { ...call, input: { mapId: ground.mapId, ...input } },
        look: () => lookAt(bed, ground.mapId),
      };
    },
  };
}

const content = { structure: 0, content: 1 };
const both = { structure: 1, content: 1 };

/** Changes of maps. */
export const mapTrials: readonly ApiTrial[] = [
  onMap('a card is added', content, ({ stageIds, laneId }) => ({
    name: 'addCard',
    input: { columnId: stageIds[1], laneId, text: { en: 'Added', id: 'Ditambah' }, tags: ['new'] },
    select: 'mapVersion changed card{id text{en id}}',
  })),
  onMap('a text is set', content, ({ cardIds }) => ({
    name: 'setCardText',
    input: { cardId: cardIds[0], locale: 'EN', text: 'First and foremost' },
    select: 'mapVersion changed card{text{en}}',
  })),
  onMap('fields of a card are set', content, ({ cardIds, mapVersion }) => ({
    name: 'updateCard',
    input: {
      cardId: cardIds[1],
      team: 'SALES',
      text: { en: 'Second thoughts' },
      addTags: ['a'],
      ifVersion: mapVersion,
    },
    select: 'mapVersion changed card{team text{en} tags}',
  })),
  onMap('a card is deleted', content, ({ cardIds }) => ({
    name: 'deleteCard',
    input: { cardId: cardIds[2] },
    select: 'mapVersion changed deletedId',
  })),
  onMap('a batch writes both documents, and some fields twice', both, ({ stageIds, laneId, cardIds }) => ({
    name: 'applyOperations',
    input: {
      operations: [
        { setMapTitle: { locale: 'EN', text: 'Once' } },
        { setMapTitle: { locale: 'EN', text: 'Twice' } },
        { addStep: { ref: 'step', stageId: stageIds[0], name: { en: 'Pay' } } },
        { addCard: { ref: 'card', columnId: '#step', laneId, text: { en: 'Pays' } } },
        { setCardText: { cardId: cardIds[0], locale: 'EN', text: 'One' } },
        { setCardText: { cardId: cardIds[0], locale: 'EN', text: 'One and two' } },
        { moveStage: { stageId: stageIds[2], afterId: null } },
        { moveStage: { stageId: stageIds[1], afterId: null } },
        { deleteCard: { cardId: cardIds[1] } },
        { addCard: { ref: 'gone', columnId: '#step', laneId, text: { en: 'Not for long' } } },
        { deleteCard: { cardId: '#gone' } },
        { setMapTitle: { locale: 'EN', text: 'Twice' } },
      ],
    },
    select: batchSelect,
  })),
  onMap('what can be done of a batch is done', both, ({ stageIds, laneId, cardIds }) => ({
    name: 'applyOperations',
    input: {
      partial: true,
      operations: [
        { addCard: { columnId: stageIds[0], laneId, text: { en: 'Fits' } } },
        { addCard: { columnId: stageIds[0], laneId: 'lan_unknown', text: { en: 'Lost' } } },
        { deleteCard: { cardId: cardIds[0] } },
        { deleteCard: { cardId: cardIds[0] } },
        { deleteCard: { cardId: 'crd_unknown' } },
        { setCardText: { cardId: cardIds[0], locale: 'EN', text: 'Too late' } },
        { setMapTitle: { locale: 'EN', text: 'Partly' } },
        { recolourStage: { stageId: 'stg_unknown', colour: 'AMBER' } },
      ],
    },
    select: batchSelect,
  })),
  onMap('a batch is refused', { structure: 0, content: 0 }, ({ stageIds, laneId }) => ({
    name: 'applyOperations',
    input: {
      operations: [
        { addCard: { columnId: stageIds[0], laneId, text: { en: 'Fits' } } },
        { addCard: { columnId: stageIds[0], laneId: 'lan_unknown', text: { en: 'Lost' } } },
      ],
    },
    select: batchSelect,
  })),
];
