import type { Locale } from '@jejak/journey-model';
import { wordsOf } from '../text/localized.ts';
import type { MapIndex } from './mapIndex.ts';

/**
 * The words of some records as plain text, one to a line, so that they can be put somewhere safe. Without any ids, those
 * of all cards: after a reload nobody knows which of them the server already had.
 */
export function unsentText(index: MapIndex, ids: ReadonlySet<string>, locale: Locale): string {
  const { stages, lanes, personas, cards, unplaced } = index.snapshot;
  const steps = stages.flatMap((stage) => stage.steps);
  const named = [...stages, ...steps, ...unplaced.steps, ...lanes, ...personas].filter(({ id }) =>
    ids.has(id),
  );
  const written = [...cards, ...unplaced.cards].filter(({ id }) => ids.size === 0 || ids.has(id));
  return [
    ...named.map(({ name }) => wordsOf(name, locale)),
    ...written.map(({ text }) => wordsOf(text, locale)),
  ]
    .filter((words) => words !== '')
    .join('\n');
}
