import { cleanName } from './cleanName.ts';
import { journeyLimits } from './journeyLimits.ts';
import { lineNote } from './lineNote.ts';
import type { JourneyTask, LineNote, LineReason, ParsedJourney } from './ParsedJourney.ts';
import { type Preamble, readPreamble } from './readPreamble.ts';
import { readTask } from './readTask.ts';

const empty = { title: '', sections: [], skipped: [], adjusted: [] } as const;

/**
 * Reads Mermaid's `journey` syntax, more leniently than its own parser. Never throws: what it cannot
 * take is listed by line number with the reason, and the rest is taken.
 */
export function parseMermaidJourney(text: string): ParsedJourney {
  const { fileBytesMax, linesMax } = journeyLimits;
  if (text.length > fileBytesMax || new TextEncoder().encode(text).length > fileBytesMax) {
    return { ...empty, refused: { reasonKey: 'fileTooLarge', limit: fileBytesMax } };
  }
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (lines.length > linesMax) {
    return { ...empty, refused: { reasonKey: 'tooManyLines', limit: linesMax } };
  }
  const preamble = readPreamble(lines);
  return new JourneyReader(preamble).read(lines);
}

class JourneyReader {
  readonly #preamble: Preamble;
  readonly #sections: { name: string; tasks: JourneyTask[] }[] = [];
  readonly #skipped: LineNote[];
  readonly #adjusted: LineNote[];
  readonly #actors = new Set<string>();
  #title: string | null = null;
  #accessibleTitle = '';
  #taskCount = 0;
  #line = 0;
  #text = '';
  #inDescription = false;
  #inDirective = false;

  constructor(preamble: Preamble) {
    this.#preamble = preamble;
    this.#skipped = [...preamble.skipped];
    this.#adjusted = [...preamble.adjusted];
  }

  read(lines: readonly string[]): ParsedJourney {
    const { bodyFrom, fence } = this.#preamble;
    let closed = false;
    for (let at = bodyFrom; at < lines.length; at++) {
      this.#line = at + 1;
      this.#text = (lines[at] ?? '').trim();
      if (this.#text === '') continue;
      if (!closed && fence !== null && this.#text.startsWith(fence)) {
        closed = true;
        continue;
      }
      const reason = closed ? 'outsideDiagram' : this.#readLine(at === bodyFrom);
      if (reason !== null) this.#skipped.push(lineNote(this.#line, this.#text, reason));
    }
    return {
      title: this.#title ?? (this.#preamble.title || this.#accessibleTitle),
      sections: this.#sections,
      skipped: this.#skipped,
      adjusted: this.#adjusted,
      refused: null,
    };
  }

  /** Why the line is left out; null when it is taken. */
  #readLine(isHeader: boolean): LineReason | null {
    if (!isHeader) return this.#readStatement(this.#text);
    // Mermaid lets a statement follow the word `journey` on its line.
    const rest = this.#text.replace(/^journey(?:\s*;)?/i, '').trim();
    return rest === '' ? null : this.#readStatement(rest);
  }

  #readStatement(raw: string): LineReason | null {
    if (this.#inDescription) {
      this.#inDescription = !raw.includes('}');
      return 'accessibilityText';
    }
    if (this.#inDirective || raw.startsWith('%%{')) {
      this.#inDirective = !raw.includes('}%%');
      return 'directive';
    }
    if (raw.startsWith('%%') || /^#(?!\w+;)/.test(raw)) return 'comment';
    const text = withoutTrailingComment(raw);
    if (/^journey$/i.test(text)) return 'secondHeader';
    if (/^acc(?:title|descr)\s*[:{]/i.test(text)) return this.#readAccessibilityText(text);
    const statement = /^(title|section)(?:\s+(.*))?$/i.exec(text);
    if (statement !== null && statement[1]?.toLowerCase() === 'section') {
      return this.#addSection(statement[2] ?? '');
    }
    if (statement !== null && !(this.#isUnderWay() && readTask(text)?.score)) {
      return this.#setTitle(statement[2] ?? '');
    }
    return this.#addTask(text);
  }

  #isUnderWay(): boolean {
    return this.#title !== null || this.#sections.length > 0;
  }

  #readAccessibilityText(text: string): LineReason | null {
    const title = /^acctitle\s*:(.*)$/i.exec(text);
    if (title !== null) this.#accessibleTitle = this.#cleanName(title[1] ?? '');
    this.#inDescription = /^accdescr\s*\{[^}]*$/i.test(text);
    return 'accessibilityText';
  }

  #setTitle(raw: string): LineReason | null {
    if (this.#title !== null) return 'secondTitle';
    if (raw.trim() === '') return 'noName';
    this.#title = this.#cleanName(raw);
    return null;
  }

  #addSection(raw: string): LineReason | null {
    if (this.#sections.length >= journeyLimits.sectionsMax) return 'tooManySections';
    const name = this.#cleanName(raw);
    if (name === '') this.#note('noName');
    this.#sections.push({ name, tasks: [] });
    return null;
  }

  #addTask(text: string): LineReason | null {
    const parts = readTask(text);
    if (parts === null) return 'notAStatement';
    if (parts.name.trim() === '') return 'noName';
    if (this.#taskCount >= journeyLimits.tasksMax) return 'tooManyTasks';
    this.#taskCount++;
    let section = this.#sections.at(-1);
    if (section === undefined) {
      this.#note('sectionMissing');
      section = { name: '', tasks: [] };
      this.#sections.push(section);
    }
    const { score } = parts;
    if (score === null) this.#note('scoreMissing');
    else if (!Number.isInteger(score) || score < 1 || score > 5) this.#note('scoreAdjusted');
    section.tasks.push({ name: this.#cleanName(parts.name), score, actors: this.#takeActors(parts.actors) });
    return null;
  }

  #takeActors(raw: readonly string[]): string[] {
    const actors = new Set<string>();
    for (const piece of raw) {
      if (piece.trim() === '') continue;
      const name = this.#cleanName(piece);
      if (!this.#actors.has(name) && this.#actors.size >= journeyLimits.actorsMax) {
        this.#note('tooManyActors');
        continue;
      }
      this.#actors.add(name);
      actors.add(name);
    }
    return [...actors];
  }

  #cleanName(raw: string): string {
    const { name, cut } = cleanName(raw);
    if (cut) this.#note('nameCut');
    return name;
  }

  /** A line is noted once per reason, however many names on it are at fault. */
  #note(reasonKey: LineReason): void {
    const last = this.#adjusted.at(-1);
    if (last?.line === this.#line && last.reasonKey === reasonKey) return;
    this.#adjusted.push(lineNote(this.#line, this.#text, reasonKey));
  }
}

/** `%%` or a free-standing `#` after a statement begins a comment; a `#` inside a word does not. */
function withoutTrailingComment(text: string): string {
  const at = text.search(/\s(?:%%|#\s)/);
  const statement = (at < 0 ? text : text.slice(0, at)).trimEnd();
  const endsWithCode = /#\w{1,8};$/.test(statement.slice(-10));
  return statement.endsWith(';') && !endsWithCode ? statement.slice(0, -1).trimEnd() : statement;
}
