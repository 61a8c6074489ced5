import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describeMachine } from './describeMachine.ts';
import type { Section } from './Section.ts';

const file = new URL('../RESULTS.md', import.meta.url);

const head = `# What we measure

\`npm run bench\` writes this file; \`npm run bench -- sync\` (or \`hold\`, \`grow\`, \`graphql\`, \`web\`, \`start\`) renews one part,
\`-- --long\` adds the rows that take minutes; \`-- sync:live\` (\`:cursors\`, \`:history\`, \`:guard\`, \`:hostile\`, \`:reconnects\`, \`:nodes\`) only prints.
Everything runs on one machine over loopback, the load generator beside the server. Machines differ and are
noisy: what counts is the ratio to a peer of the same run. Ours is measured as it is shipped: signed in, every
update checked, journaled in the embedded database and acknowledged.
`;

/** Renews the given parts of RESULTS.md and leaves the others as they are. */
export function writeResults(suites: ReadonlyMap<string, readonly Section[]>, versions: string): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const parts = new Map(
    [...before.matchAll(/<!-- suite: (\w+) -->\n([\s\S]*?)(?=<!-- suite: |$)/g)].map(
      ([, name = '', text = '']) => [name, text.trim()],
    ),
  );
  for (const [name, sections] of suites) {
    const day = new Date().toISOString().slice(0, 10);
    const lines = [`\`npm run bench -- ${name}\` · ${day} · ${describeMachine()} · ${versions}`];
    parts.set(name, [...lines, ...sections.map(sectionText)].join('\n\n'));
  }
  const order = ['sync', 'profiles', 'hold', 'grow', 'graphql', 'web', 'start'].filter((name) =>
    parts.has(name),
  );
  const text = [head, ...order.map((name) => `<!-- suite: ${name} -->\n${parts.get(name)}\n`)].join('\n');
  writeFileSync(file, text);
}

/** A section as Markdown. */
export function sectionText({ title, notes, head: columns, rows }: Section): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [line(columns), line(columns.map((_, at) => (at === 0 ? '---' : '--:'))), ...rows.map(line)];
  return [`## ${title}`, ...notes, table.join('\n')].join('\n\n');
}
