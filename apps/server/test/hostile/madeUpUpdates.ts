import * as Y from 'yjs';
import { text, updateOf, varint } from '../../../../packages/update-guard/test/bytes.ts';
import type { Target } from './hostileRows.ts';

const newId = (random: () => number): number => 1 + Math.floor(random() * 2 ** 31);
const pick = <T>(random: () => number, list: readonly [T, ...T[]]): T =>
  list[Math.floor(random() * list.length)] ?? list[0];

/** Twelve updates as a client sends them, each of its own client: cards, texts, scores, places, deletions. */
export function realUpdates(random: () => number): readonly Uint8Array[] {
  return Array.from({ length: 12 }, (_, kind) => {
    const doc = new Y.Doc();
    doc.clientID = newId(random);
    const cards = doc.getMap('cards');
    doc.transact(() => {
      const card = new Y.Map();
      cards.set(`crd_${kind}`, card);
      const words = new Y.Text(`halo 🙂 ${'é'.repeat(kind)}`);
      card.set('text.en', words);
      card.set('place', { columnId: 'stg_1', laneId: 'lan_1', rank: 'a0' });
      if (kind % 3 === 0) words.insert(2, 'llo');
      if (kind % 3 === 1) words.delete(0, 2);
      if (kind % 4 === 2) card.set('deleted', 12);
      if (kind % 4 === 3) doc.getMap('emotionScores').set('stp_1:per_1', -2 + (kind % 5));
      if (kind > 8) card.set('place', { columnId: 'stp_2', laneId: 'lan_1', rank: `a${kind}` });
    });
    return Y.encodeStateAsUpdate(doc);
  });
}

/** An update by the grammar of updates, with numbers that may or may not make sense; one of four is mere noise. */
export function madeUpUpdate(random: () => number, target: Target): Uint8Array {
  if (random() < 0.25) {
    return Uint8Array.from({ length: Math.floor(random() * 60) }, () => Math.floor(random() * 256));
  }
  const number = (): number =>
    pick(random, [0, 1, 2, 5, target.next - 1, target.next, 127, 128, 2 ** 31, 2 ** 32, 2 ** 53 - 1]);
  const client = (): number => pick(random, [newId(random), newId(random), target.victim, target.server, 7]);
  const id = (): number[] => [...varint(client()), ...varint(number())];
  const content = (ref: number): number[] => {
    if (ref === 4) return text(pick(random, ['x', '', 'é'.repeat(50), '🙂']));
    if (ref === 7) return [Math.floor(random() * 8)];
    if (ref === 8)
      return [1, pick(random, [116, 117, 118, 119, 120, 121, 122, 125, 126, 127]), number() % 256];
    return varint(number());
  };
  const struct = (): number[] => {
    const ref = Math.floor(random() * 11);
    if (ref === 0) return [0, ...varint(number())];
    const flags = pick(random, [0, 0x20, 0x40, 0x80, 0xc0, 0xe0]);
    const place: number[] = [];
    if ((flags & 0x80) !== 0) place.push(...id());
    if ((flags & 0x40) !== 0) place.push(...id());
    if ((flags & 0xc0) === 0) {
      if (random() < 0.5) place.push(1, ...text(pick(random, ['cards', 'emotionScores', 'roots'])));
      else place.push(0, ...id());
      if (flags === 0x20) place.push(...text(pick(random, ['k', 'crd_probe1', '__proto__'])));
    }
    return [flags | ref, ...place, ...content(ref)];
  };
  const structs = Array.from({ length: 1 + Math.floor(random() * 3) }, struct);
  const deletes = random() < 0.3 ? [{ client: client(), ranges: [[number(), number()]] as const }] : [];
  return updateOf(client(), pick(random, [0, 0, 0, number()]), structs, deletes);
}
