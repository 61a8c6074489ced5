import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { journeyLimits } from './journeyLimits.ts';
import { parseMermaidJourney } from './parseMermaidJourney.ts';

/** Lines that mean something, beside lines that do not. */
const line = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.stringMatching(/^[ \t]*[a-z#;:,%{}()[\] 0-9]{0,20}$/) },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      'journey',
      'title T',
      'section S',
      'Task: 3: A, B',
      'Task: 9: A',
      'Task: x',
      '%% c',
      '%%{init: {',
      '}%%',
      '---',
      '```mermaid',
      '```',
      'accTitle: t',
      'accDescr {',
      '}',
      '',
    ),
  },
);
const file = fc
  .tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\r\n', '\r'), fc.boolean())
  .map(([lines, end, mark]) => (mark ? '\uFEFF' : '') + lines.join(end));

describe('any text', () => {
  it('[MMD6] [MMD7] is read without throwing, and every line that is not blank is taken or listed', () => {
    fc.assert(
      fc.property(file, (text) => {
        const parsed = parseMermaidJourney(text);
        const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
        const skipped = new Set(parsed.skipped.map((note) => note.line));
        expect(skipped.size).toBe(parsed.skipped.length);
        for (const note of [...parsed.skipped, ...parsed.adjusted]) {
          expect(lines[note.line - 1]?.trim()).not.toBe('');
        }
        expect(parsed.adjusted.some((note) => skipped.has(note.line))).toBe(false);
        const structural = /^(?:journey\b.*|title\b.*|`{3}.*|~{3}.*|---|title\s*:.*)$/i;
        const taken = lines.filter(
          (each, at) => each.trim() !== '' && !skipped.has(at + 1) && !structural.test(each.trim()),
        );
        const named = parsed.sections.filter(
          (section, at) => at > 0 || !isImplied(parsed.adjusted, section.name),
        );
        expect(taken.length).toBe(
          named.length + parsed.sections.reduce((sum, section) => sum + section.tasks.length, 0),
        );
      }),
      { numRuns: 1000 },
    );
  });

  // Five million characters: a pattern that goes back over them would need hours, so the time limit of the
  // test is what fails here: wide enough for a busy machine, and far from hours.
  it('[MMD7] comes to an end on what makes careless patterns explode', { timeout: 60_000 }, () => {
    const half = journeyLimits.fileBytesMax / 2 - 100;
    for (const hostile of [
      `journey${' '.repeat(half)}x`,
      `journey\nsection S\n${' :'.repeat(half / 2)}`,
      `journey\nsection S\nt: 3: ${'('.repeat(half)}`,
      `journey\nsection S\nt${' ;'.repeat(half / 2)}: 3`,
      `journey\n${'#'.repeat(half)}`,
      `journey\naccDescr${' '.repeat(half)}x: 3`,
      `---\ntitle${' '.repeat(half)}\n---\njourney`,
      `journey\n${'%%{'.repeat(half / 3)}`,
    ]) {
      const parsed = parseMermaidJourney(hostile);
      expect(parsed.skipped.length + parsed.adjusted.length + parsed.sections.length).toBeGreaterThan(0);
    }
  });
});

function isImplied(adjusted: readonly { reasonKey: string }[], name: string): boolean {
  return name === '' && adjusted.some((note) => note.reasonKey === 'sectionMissing');
}
