/**
 * The modules a source text names, with whether only types are taken. Comments do not count.
 * @param {string} text
 * @returns {{ specifier: string, typeOnly: boolean, line: number }[]}
 */
export function importsOf(text) {
  const code = withoutComments(text);
  const statement =
    /(?<![\w$.'"`])(?:(import|export)\s+(type\s+)?(?:[\w$*{}\s,]+?\s+from\s*)?|(import)\s*\(\s*|(require)\s*\(\s*)(['"])([^'"\n]+)\5/g;
  return [...code.matchAll(statement)].map((match) => ({
    specifier: match[6],
    typeOnly: match[2] !== undefined || onlyTypeNames(match[0]),
    line: code.slice(0, match.index).split('\n').length,
  }));
}

/** `import { type A, type B } from` takes types only as well. */
function onlyTypeNames(statement) {
  const names = /^(?:import|export)\s*\{([^}]*)\}/.exec(statement)?.[1];
  if (names === undefined) return false;
  const parts = names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return parts.length > 0 && parts.every((name) => name.startsWith('type '));
}

/** Blanks comments, keeping strings and line numbers. */
export function withoutComments(text) {
  const token = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;
  return text.replace(token, (found) => (found.startsWith('/') ? found.replace(/[^\n]/g, ' ') : found));
}
