import type { LineNote, LineReason } from './ParsedJourney.ts';

const charsMax = 200;

/** Makes the note of a line, cut to what a list can show. */
export function lineNote(line: number, text: string, reasonKey: LineReason): LineNote {
  const signs = Array.from(text.slice(0, 2 * charsMax).trim());
  return { line, text: signs.slice(0, charsMax).join(''), reasonKey };
}
