/** The parts of a task line before names are cleaned. */
export interface TaskParts {
  readonly name: string;
  readonly score: number | null;
  readonly actors: readonly string[];
}

const number = /^\s*[+-]?\d{1,9}(?:\.\d{1,9})?\s*$/;

/**
 * Splits `name: score: actors`. Names may hold colons of their own, so the score is the first number
 * between 1 and 5 (`05` is the minute of a time of day), else the first number at all, else absent.
 * null: no colon, hence no task.
 */
export function readTask(line: string): TaskParts | null {
  const pieces = line.split(':');
  if (pieces.length < 2) return null;
  const isNumber = (piece: string, index: number) => index > 0 && number.test(piece);
  const inRange = (piece: string, index: number) =>
    isNumber(piece, index) && !/^\s*0\d/.test(piece) && Number(piece) >= 1 && Number(piece) <= 5;
  const best = pieces.findIndex(inRange);
  const at = best > 0 ? best : pieces.findIndex(isNumber);
  if (at > 0) {
    return {
      name: pieces.slice(0, at).join(':'),
      score: Number(pieces[at]),
      actors: splitActors(pieces.slice(at + 1).join(':')),
    };
  }
  return { name: pieces[0] ?? '', score: null, actors: splitActors(pieces.slice(2).join(':')) };
}

const opening = '([{';
const closing = ')]}';

/** Splits at commas, but not inside brackets that close again: `Customer (new, EU)` is one actor. */
function splitActors(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (opening.includes(sign)) depth++;
    else if (closing.includes(sign) && --depth < 0) return text.split(',');
    else if (sign === ',' && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  if (depth !== 0) return text.split(',');
  parts.push(text.slice(from));
  return parts;
}
