import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The documents for those who write programs; they name each other. */
const names = ['API.md', 'RECIPES.md', 'PROTOCOL.md'];

/** A document as it stands in the folder `docs`. */
export interface Guide {
  readonly name: string;
  readonly text: string;
}

/** The documents that lie in `docs` above this code, be that the sources or the bundle; none where somebody left them out. */
export function readGuides(): readonly Guide[] {
  const folder = docsAbove(dirname(fileURLToPath(import.meta.url)));
  if (folder === null) return [];
  return names
    .filter((name) => existsSync(join(folder, name)))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

function docsAbove(folder: string): string | null {
  const docs = join(folder, 'docs');
  if (existsSync(join(docs, 'API.md'))) return docs;
  const above = dirname(folder);
  return above === folder ? null : docsAbove(above);
}
