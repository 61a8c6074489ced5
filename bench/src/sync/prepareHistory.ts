import * as Y from 'yjs';
import { readUpdateHead, type Writer } from './Edit.ts';
import { prepareBoard, seeded } from './prepareBoard.ts';

/** A large map with a past, ready to be sent. */
export interface History {
  /** Updates that make the board. */
  readonly board: readonly Uint8Array[];
  /** One client's small edits on it. */
  readonly writer: Writer;
  /** Somebody else's edits on the board, which stand on none of the writer's. */
  readonly other: Writer;
  /** The board without its past. */
  readonly young: Uint8Array;
  /** Everything, as one update. */
  readonly state: Uint8Array;
  readonly stateVector: Uint8Array;
}

const yClient = 200_000;
const otherClient = 300_000;
const otherEdits = 1_000;
const lettersInARow = 20;
const lettersMax = 120;
/** Of the choices what to do next; a choice of text is many edits. */
const fieldShare = 0.85;
const teams = ['MARKETING', 'SALES', 'PRODUCT', 'SERVICE'];

/** Makes a board of cards and edits on it: letters typed at the end of texts, 20 in a row, and a field between them. */
export function prepareHistory(cards: number, editCount: number, seed: number): History {
  const board = prepareBoard(cards, 1, 0, seed).updates;
  const random = seeded(seed + 1);
  const content = new Y.Doc();
  for (const update of board) Y.applyUpdate(content, update);
  const young = Y.encodeStateAsUpdate(content);
  content.clientID = yClient;
  const records = [...content.getMap('cards').values()].filter((record) => record instanceof Y.Map);
  const edits: Writer['edits'][number][] = [];
  content.on('update', (update: Uint8Array) => {
    const { clock, structs } = readUpdateHead(update, 0);
    edits.push({ update, clock, structs });
  });
  while (edits.length < editCount) {
    const record = records[Math.floor(random() * records.length)];
    const text = record?.get('text.en');
    if (random() < fieldShare) record?.set('team', teams[Math.floor(random() * teams.length)]);
    else if (text instanceof Y.Text) type(text, editCount - edits.length);
  }
  const state = Y.encodeStateAsUpdate(content);
  const stateVector = Y.encodeStateVector(content);
  content.destroy();
  return { board, writer: { yClient, edits }, other: otherWriter(young), young, state, stateVector };
}

/** One update for each letter; a text that has grown long loses its end with the first. */
function type(text: Y.Text, editsMax: number): void {
  for (let n = 0; n < Math.min(lettersInARow, editsMax); n++) {
    text.doc?.transact(() => {
      if (text.length > lettersMax) text.delete(lettersMax / 2, text.length - lettersMax / 2);
      text.insert(text.length, 'e');
    });
  }
}

function otherWriter(young: Uint8Array): Writer {
  const content = new Y.Doc();
  Y.applyUpdate(content, young);
  content.clientID = otherClient;
  const edits: Writer['edits'][number][] = [];
  content.on('update', (update: Uint8Array) => {
    const { clock, structs } = readUpdateHead(update, 0);
    edits.push({ update, clock, structs });
  });
  const [record] = content.getMap('cards').values();
  while (record instanceof Y.Map && edits.length < otherEdits)
    record.set('team', teams[edits.length % teams.length]);
  content.destroy();
  return { yClient: otherClient, edits };
}
