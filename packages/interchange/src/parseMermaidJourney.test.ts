import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { journeyLimits } from './journeyLimits.ts';
import { parseMermaidJourney } from './parseMermaidJourney.ts';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}.mmd`, import.meta.url), 'utf8');
const read = (...lines: string[]) => parseMermaidJourney(['journey', ...lines].join('\n'));
const task = (line: string) => read('section S', line).sections[0]?.tasks[0];
const reasons = (notes: readonly { line: number; reasonKey: string }[]) =>
  notes.map(({ line, reasonKey }) => `${line} ${reasonKey}`);

describe('published journeys', () => {
  it.each([
    ['code-review-tool', 'Customer Buying Journey', [2, 3, 3], ['CTO', 'EM', 'Dev']],
    [
      'freight-quote',
      'Customer Journey: Quote to Booking',
      [4, 3, 3, 2, 3, 3],
      ['Customer', 'Sales', 'Dispatcher', 'System', 'Driver', 'Billing'],
    ],
    ['wedding-invitation', 'Customer Journey Invitin', [3, 3, 3, 3, 3], ['Customer', 'Business']],
  ])('[MMD1] %s is taken whole', (name, title, tasks, actors) => {
    const parsed = parseMermaidJourney(fixture(name));
    expect(parsed.title).toBe(title);
    expect(parsed.sections.map((section) => section.tasks.length)).toEqual(tasks);
    const all = parsed.sections.flatMap((section) => section.tasks);
    expect([...new Set(all.flatMap((each) => each.actors))]).toEqual(actors);
    expect(all.every((each) => each.score !== null)).toBe(true);
    expect([...parsed.skipped, ...parsed.adjusted]).toEqual([]);
    expect(parsed.refused).toBeNull();
  });

  it('[MMD1] keeps names in any script and order', () => {
    expect(parseMermaidJourney(fixture('code-review-tool')).sections[2]).toEqual({
      name: 'Decision (1-3주)',
      tasks: [
        { name: '파일럿 테스트', score: 5, actors: ['EM', 'Dev'] },
        { name: '예산 승인', score: 4, actors: ['CTO'] },
        { name: '계약 체결', score: 3, actors: ['CTO'] },
      ],
    });
  });
});

describe('what may stand around the diagram', () => {
  it('[MMD2] reads past a mark, CRLF, tabs, front matter, directives and a Markdown block', () => {
    const parsed = parseMermaidJourney(
      [
        '\uFEFF# Our journey',
        '```mermaid',
        '---',
        'title: "From the front"',
        'config:',
        '  theme: dark',
        '---',
        "%%{init: {'theme':",
        "  'base'}}%%",
        '%% drawn in May',
        'journey',
        '\tsection\tBuy',
        '\t\tPay:\t4:\tMe,\tYou ;',
        '```',
        'Read on below.',
      ].join('\r\n'),
    );
    expect(parsed.title).toBe('From the front');
    expect(parsed.sections).toEqual([
      { name: 'Buy', tasks: [{ name: 'Pay', score: 4, actors: ['Me', 'You'] }] },
    ]);
    expect(reasons(parsed.skipped)).toEqual([
      '1 beforeJourney',
      '5 frontMatter',
      '6 frontMatter',
      '8 directive',
      '9 directive',
      '10 comment',
      '15 outsideDiagram',
    ]);
  });

  it('[MMD2] reads old Mac line endings and a statement on the line of the header', () => {
    expect(parseMermaidJourney('journey title T\rsection S\rA: 1').sections).toEqual([
      { name: 'S', tasks: [{ name: 'A', score: 1, actors: [] }] },
    ]);
  });

  it('[MMD10] takes the title of the diagram first, then of the front matter, then accTitle', () => {
    const front = '---\ntitle: Front\n---\n';
    expect(parseMermaidJourney(`${front}journey\naccTitle: Acc\ntitle Own`).title).toBe('Own');
    expect(parseMermaidJourney(`${front}journey\naccTitle: Acc`).title).toBe('Front');
    expect(parseMermaidJourney('journey\naccTitle: Acc').title).toBe('Acc');
  });

  it('[MMD11] lists every line of another kind of diagram', () => {
    const parsed = parseMermaidJourney('flowchart LR\n\n  A --> B');
    expect(reasons(parsed.skipped)).toEqual(['1 notAJourney', '3 notAJourney']);
    expect(parsed.sections).toEqual([]);
  });
});

describe('scores and names', () => {
  it.each([
    ['Wait: 0: Me', 0],
    ['Wait: 7: Me', 7],
    ['Wait: -3: Me', -3],
    ['Wait: 3.6: Me', 3.6],
  ])('[MMD3] takes %s and lists it', (line, score) => {
    const parsed = read('section S', line);
    expect(parsed.sections[0]?.tasks).toEqual([{ name: 'Wait', score, actors: ['Me'] }]);
    expect(parsed.adjusted).toEqual([{ line: 3, text: line, reasonKey: 'scoreAdjusted' }]);
    expect(parsed.skipped).toEqual([]);
  });

  it('[MMD3] takes a task without a number without a score', () => {
    const parsed = read('section S', 'Wait: long: Me');
    expect(parsed.sections[0]?.tasks).toEqual([{ name: 'Wait', score: null, actors: ['Me'] }]);
    expect(reasons(parsed.adjusted)).toEqual(['3 scoreMissing']);
  });

  it.each([
    ['Call: 2: Agent: level 2, Boss', { name: 'Call', score: 2, actors: ['Agent: level 2', 'Boss'] }],
    ['Meet at 10:30: 4: Me', { name: 'Meet at 10:30', score: 4, actors: ['Me'] }],
    ['Meet at 10:05: 3: Me', { name: 'Meet at 10:05', score: 3, actors: ['Me'] }],
    [
      'Pay: 3: Buyer [VIP], Team (EU, US)',
      { name: 'Pay', score: 3, actors: ['Buyer [VIP]', 'Team (EU, US)'] },
    ],
    ['Pay: 3: Buyer (new, Other', { name: 'Pay', score: 3, actors: ['Buyer (new', 'Other'] }],
    ['Pay: 3: Me,, Me ,', { name: 'Pay', score: 3, actors: ['Me'] }],
    ['Pay: 3', { name: 'Pay', score: 3, actors: [] }],
    ['Ask #1: 3: Me # later', { name: 'Ask #1', score: 3, actors: ['Me'] }],
    ['Ask: 3: Me %% later', { name: 'Ask', score: 3, actors: ['Me'] }],
    ['Title page: 4: Me', { name: 'Title page', score: 4, actors: ['Me'] }],
  ])('[MMD4] reads %s', (line, expected) => {
    expect(task(line)).toEqual(expected);
  });

  it('[MMD9] reads entity codes', () => {
    expect(task('A#58; B#quot;#semi;: 4: C#44; D #nope; #0;')).toEqual({
      name: 'A: B";',
      score: 4,
      actors: ['C, D #nope; #0;'],
    });
  });
});

describe('what cannot be taken', () => {
  it('[MMD5] is listed by number with the reason', () => {
    const parsed = read(
      'title One',
      'accTitle: For readers',
      'accDescr {',
      '  two lines',
      '}',
      'accDescr: one line',
      '%% comment',
      '# comment',
      'Before: 3: Me',
      'section',
      'title Two',
      'journey',
      'no colon here',
      ': 3: nameless',
    );
    expect(reasons(parsed.skipped)).toEqual([
      '3 accessibilityText',
      '4 accessibilityText',
      '5 accessibilityText',
      '6 accessibilityText',
      '7 accessibilityText',
      '8 comment',
      '9 comment',
      '12 secondTitle',
      '13 secondHeader',
      '14 notAStatement',
      '15 noName',
    ]);
    expect(reasons(parsed.adjusted)).toEqual(['10 sectionMissing', '11 noName']);
    expect(parsed.sections).toEqual([
      { name: '', tasks: [{ name: 'Before', score: 3, actors: ['Me'] }] },
      { name: '', tasks: [] },
    ]);
  });

  it('[MMD8] names the limit it went beyond', () => {
    expect(parseMermaidJourney('é'.repeat(journeyLimits.fileBytesMax / 2 + 1)).refused).toEqual({
      reasonKey: 'fileTooLarge',
      limit: journeyLimits.fileBytesMax,
    });
    expect(parseMermaidJourney('\n'.repeat(journeyLimits.linesMax)).refused).toEqual({
      reasonKey: 'tooManyLines',
      limit: journeyLimits.linesMax,
    });
  });

  it('[MMD8] takes what fits and lists the rest', () => {
    const count = (n: number, line: (i: number) => string) => Array.from({ length: n }, (_, i) => line(i));
    const sections = read(...count(journeyLimits.sectionsMax + 1, (i) => `section ${i}`));
    expect(sections.sections).toHaveLength(journeyLimits.sectionsMax);
    expect(reasons(sections.skipped)).toEqual([`${journeyLimits.sectionsMax + 2} tooManySections`]);
    const tasks = read('section S', ...count(journeyLimits.tasksMax + 1, (i) => `t${i}: 3`));
    expect(tasks.sections[0]?.tasks).toHaveLength(journeyLimits.tasksMax);
    expect(reasons(tasks.skipped)).toEqual([`${journeyLimits.tasksMax + 3} tooManyTasks`]);
    const actors = read(
      'section S',
      `t: 3: ${count(journeyLimits.actorsMax + 1, (i) => `a${i}`).join(',')}`,
      'u: 3: a0, new',
    );
    expect(actors.sections[0]?.tasks.map((each) => each.actors.length)).toEqual([journeyLimits.actorsMax, 1]);
    expect(reasons(actors.adjusted)).toEqual(['3 tooManyActors', '4 tooManyActors']);
    const long = read('section S', `${'😀'.repeat(300)}: 3`);
    expect(long.sections[0]?.tasks[0]?.name).toBe('😀'.repeat(journeyLimits.nameLengthMax / 2));
    expect(reasons(long.adjusted)).toEqual(['3 nameCut']);
  });
});
