import {
  instantiateTemplate,
  type OperationArguments,
  type OperationContext,
  operations,
  readMap,
  type Team,
} from '@jejak/journey-model';
import * as Y from 'yjs';
import { readUpdateHead, type Writer } from './Edit.ts';

/** A board and the edits that will be made on it, ready to be sent. */
export interface Board {
  /** Updates of the content document, small enough for a live message each. */
  readonly updates: readonly Uint8Array[];
  readonly writers: readonly Writer[];
}

const teams: readonly Team[] = ['MARKETING', 'SALES', 'PRODUCT', 'SERVICE'];
const words = ['compare', 'price', 'pharmacy', 'waits', 'asks', 'kirim', 'obat', 'resep', 'bayar', 'senang'];

/** A small seeded generator (mulberry32): the same board and edits in every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Makes a board of cards, and for each writer edits: 60 % moves, 15 % fields, 25 % text. */
export function prepareBoard(cards: number, writerCount: number, editsEach: number, seed: number): Board {
  const random = seeded(seed);
  let ids = 0;
  const context: OperationContext = { newId: () => `bench${ids++}`, random, origin: 'bench' };
  const structure = new Y.Doc();
  const content = new Y.Doc();
  content.clientID = 1_000;
  const docs = { structure, content };
  instantiateTemplate(
    docs,
    { template: 'digital', type: 'CURRENT_STATE', title: 'Bench', locale: 'en' },
    context,
  );
  const map = readMap(docs);
  const columns = map.columns.map((column) => column.id);
  const lanes = map.lanes.filter((lane) => lane.kind !== 'EMOTION').map((lane) => lane.id);
  const pick = <T>(from: readonly T[]): T => {
    const value = from[Math.floor(random() * from.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  };
  const text = () => Array.from({ length: 8 }, () => pick(words)).join(' ');

  const updates: Uint8Array[] = [];
  let batch: Uint8Array[] = [];
  content.on('update', (update: Uint8Array) => batch.push(update));
  const cardIds: string[] = [];
  for (let n = 0; n < cards; n++) {
    const input = operations.addCard.input.parse({
      columnId: pick(columns),
      laneId: pick(lanes),
      text: { en: text(), id: text() },
      team: pick(teams),
    });
    const made = operations.addCard.run(docs, input, context);
    if (made.ok) cardIds.push(made.value.id);
    if (batch.length === 20 || n === cards - 1) {
      updates.push(Y.mergeUpdates(batch));
      batch = [];
    }
  }

  const base = Y.encodeStateAsUpdate(content);
  const writers = Array.from({ length: writerCount }, (_, index) => {
    const own = new Y.Doc();
    own.clientID = 100_000 + index;
    Y.applyUpdate(own, base);
    const ownDocs = { structure, content: own };
    const edits: Writer['edits'][number][] = [];
    own.on('update', (update: Uint8Array) => {
      const head = readUpdateHead(update, 0);
      if (head.clients === 1) edits.push({ update, clock: head.clock, structs: head.structs });
    });
    while (edits.length < editsEach) {
      const cardId = pick(cardIds);
      const kind = random();
      if (kind < 0.6) {
        const to: OperationArguments<'moveCard'> = { cardId, columnId: pick(columns), laneId: pick(lanes) };
        operations.moveCard.run(ownDocs, to, context);
      } else if (kind < 0.75) {
        operations.editCard.run(ownDocs, { cardId, team: pick(teams) }, context);
      } else {
        const before = readCardText(own, cardId);
        const next = before.length > 200 ? before : `${before} ${pick(words)}`;
        operations.setCardText.run(ownDocs, { cardId, locale: 'en', text: next }, context);
      }
    }
    own.destroy();
    return { yClient: own.clientID, edits };
  });
  return { updates, writers };
}

function readCardText(content: Y.Doc, cardId: string): string {
  const record = content.getMap('cards').get(cardId);
  const text = record instanceof Y.Map ? record.get('text.en') : null;
  return text instanceof Y.Text ? text.toString() : '';
}
