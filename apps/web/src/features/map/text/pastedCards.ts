/** The most cards one paste makes. */
export const pastedCardsMax = 100;

/** The cards a pasted text stands for: one per line, list marks dropped, empty lines skipped. */
export function pastedCards(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^\s*(?:[-*•–]|\d{1,3}[.)])\s+/, '').trim())
    .filter((line) => line !== '')
    .slice(0, pastedCardsMax);
}
