import * as Y from 'yjs';
import type { Target } from './hostileRows.ts';

/** What an attacker learns about somebody by reading the content they wrote: `crd_probe1`, a card with a text. */
export function targetOf(doc: Y.Doc, victim: number): Target {
  const card = doc.getMap('cards').get('crd_probe1');
  if (!(card instanceof Y.Map)) throw new Error('no card');
  const clockOf = (key: string): number => card._map.get(key)?.id.clock ?? -1;
  const server = [...doc.store.clients.keys()].find((client) => client !== victim) ?? 0;
  return {
    victim,
    next: Y.getState(doc.store, victim),
    server,
    textClock: clockOf('text.en'),
    valueClock: clockOf('kind'),
  };
}
