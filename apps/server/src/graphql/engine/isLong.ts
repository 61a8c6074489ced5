import { graphqlLimits } from '../graphqlLimits.ts';

const lineEnd = /\r\n|\n|\r/g;

/** Whether a text has more lines than a document may have; looked at before anything parses it. */
export function isLong(query: string): boolean {
  lineEnd.lastIndex = 0;
  for (let lines = 1; lineEnd.test(query); lines += 1) {
    if (lines >= graphqlLimits.linesMax) return true;
  }
  return false;
}
