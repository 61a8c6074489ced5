import { cleanName } from './cleanName.ts';
import { lineNote } from './lineNote.ts';
import type { LineNote } from './ParsedJourney.ts';

/** What stands above the diagram. */
export interface Preamble {
  /** Index of the line with the word `journey`; the number of lines when there is none. */
  readonly bodyFrom: number;
  /** What closes the Markdown block the diagram stands in; null outside a block. */
  readonly fence: string | null;
  /** `title:` of the front matter, or empty. */
  readonly title: string;
  readonly skipped: readonly LineNote[];
  readonly adjusted: readonly LineNote[];
}

const header = /^journey(?:$|\s*;$|\s+(?:title|section|%%))/i;

/** Finds the diagram in a file: front matter, directives, comments and a Markdown block may stand around it. */
export function readPreamble(lines: readonly string[]): Preamble {
  const bodyFrom = lines.findIndex((line) => header.test(line.trim()));
  if (bodyFrom < 0) {
    const skipped = lines.flatMap((line, at) =>
      line.trim() === '' ? [] : [lineNote(at + 1, line.trim(), 'notAJourney')],
    );
    return { bodyFrom: lines.length, fence: null, title: '', skipped, adjusted: [] };
  }
  return new PreambleReader().read(lines, bodyFrom);
}

class PreambleReader {
  readonly #skipped: LineNote[] = [];
  #fence: string | null = null;
  readonly #adjusted: LineNote[] = [];
  #title = '';
  #frontMatter: 'possible' | 'open' | 'over' = 'possible';
  #inDirective = false;

  read(lines: readonly string[], bodyFrom: number): Preamble {
    for (let at = 0; at < bodyFrom; at++) {
      const text = (lines[at] ?? '').trim();
      if (text !== '') this.#readLine(at + 1, text);
    }
    return {
      bodyFrom,
      fence: this.#fence,
      title: this.#title,
      skipped: this.#skipped,
      adjusted: this.#adjusted,
    };
  }

  #readLine(line: number, text: string): void {
    if (this.#frontMatter !== 'over' && text === '---') {
      this.#frontMatter = this.#frontMatter === 'open' ? 'over' : 'open';
    } else if (this.#frontMatter === 'open') this.#readFrontMatter(line, text);
    else this.#readOther(line, text);
  }

  #readFrontMatter(line: number, text: string): void {
    const title = /^title\s*:\s*(.+)$/.exec(text)?.[1]?.replace(/^(["'])(.*)\1$/, '$2');
    if (title === undefined) this.#skipped.push(lineNote(line, text, 'frontMatter'));
    else {
      const { name, cut } = cleanName(title);
      this.#title = name;
      if (cut) this.#adjusted.push(lineNote(line, text, 'nameCut'));
    }
  }

  #readOther(line: number, text: string): void {
    const fence = /^(`{3,}|~{3,})\s*(.*)$/.exec(text);
    if (fence !== null) {
      this.#fence = this.#fence === null ? (fence[1] ?? null) : null;
      this.#frontMatter = 'possible';
      return;
    }
    this.#frontMatter = 'over';
    if (this.#inDirective || text.startsWith('%%{')) {
      this.#inDirective = !text.includes('}%%');
      this.#skipped.push(lineNote(line, text, 'directive'));
    } else if (text.startsWith('%%')) this.#skipped.push(lineNote(line, text, 'comment'));
    else this.#skipped.push(lineNote(line, text, 'beforeJourney'));
  }
}
