import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The documents for those who write programs, and the program that one of them offers; they name each other. */
const mediaTypes = new Map([
  ['API.md', 'text/markdown'],
  ['RECIPES.md', 'text/markdown'],
  ['PROTOCOL.md', 'text/markdown'],
  ['check-audit.mjs', 'text/javascript'],
]);

/** A document as it stands in the folder `docs`. */
export interface Guide {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

/** The documents that lie in `docs` above this code, be that the sources or the bundle; none where somebody left them out. */
export function readGuides(): readonly Guide[] {
  const folder = docsAbove(dirname(fileURLToPath(import.meta.url)));
  if (folder === null) return [];
  return [...mediaTypes]
    .filter(([name]) => existsSync(join(folder, name)))
    .map(([name, mediaType]) => ({ name, mediaType, text: readFileSync(join(folder, name), 'utf8') }));
}

function docsAbove(folder: string): string | null {
  const docs = join(folder, 'docs');
  if (existsSync(join(docs, 'API.md'))) return docs;
  const above = dirname(folder);
  return above === folder ? null : docsAbove(above);
}
