const lengthMax = 500;
const replacements: readonly (readonly [RegExp, string])[] = [
  // Whatever could begin a line, colour a terminal or turn the reading direction.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  [/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g, ' '],
  // Values that messages quote: documents of the database, texts that could not be parsed.
  [/\{.*\}/g, '{…}'],
  [/"(?:[^"\\]|\\.)*"?/g, '"…"'],
  // Addresses of people, and credentials in addresses of servers.
  [/[^\s@]+@[^\s@]+/g, '…@…'],
];

/** A text of unknown origin as it may stand in a log: one line, of bounded length, without the values it quotes. */
export function plainText(text: string): string {
  // Cut first, so that a huge text costs nothing; what it quotes may not end before the cut.
  const begin = text.length > lengthMax * 4 ? text.slice(0, lengthMax * 4).replace(/\{.*$/s, '{…}') : text;
  return replacements.reduce((so, [what, by]) => so.replace(what, by), begin).slice(0, lengthMax);
}
