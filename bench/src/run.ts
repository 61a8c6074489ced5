/** npm run bench [-- suite… --long]: measures and writes RESULTS.md; with `suite:part` it only prints that part. */
import { readFileSync } from 'node:fs';
import { graphqlSuite } from './graphql/graphqlSuite.ts';
import { growSuite } from './grow/growSuite.ts';
import { holdSuite } from './hold/holdSuite.ts';
import type { Choice, Section, Suite } from './Section.ts';
import { startSuite } from './start/startSuite.ts';
import { syncSuite } from './sync/syncSuite.ts';
import { webSuite } from './web/webSuite.ts';
import { sectionText, writeResults } from './writeResults.ts';

const suites: readonly Suite[] = [startSuite, holdSuite, growSuite, syncSuite, graphqlSuite, webSuite];
const runMsMax = 30 * 60_000;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function versions(): string {
  const names = ['yjs', 'ws', 'mongoose', 'next'];
  return names
    .map((name) => {
      const manifest = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
      const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
      return `${name} ${version}`;
    })
    .join(', ');
}

/** `sync` wants all of a suite, `sync:history` a part of it. */
function wants(args: readonly string[], suite: Suite): Choice | null {
  const long = args.includes('--long');
  const names = args.filter((arg) => arg !== '--long');
  const parts = names.flatMap((name) =>
    name.startsWith(`${suite.name}:`) ? [name.split(':')[1] ?? ''] : [],
  );
  return names.length === 0 || names.includes(suite.name) || parts.length > 0 ? { parts, long } : null;
}

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  const known = suites.flatMap(({ name, parts = [] }) => [name, ...parts.map((part) => `${name}:${part}`)]);
  const unknown = args.filter((name) => name !== '--long' && !known.includes(name));
  if (unknown.length > 0) {
    say(`There is no suite ${unknown.join(', ')}. There are: ${known.join(', ')}, and --long`);
    return 1;
  }
  const done = new Map<string, Section[]>();
  let failures = 0;
  for (const suite of suites) {
    const choice = wants(args, suite);
    if (choice === null) continue;
    const began = performance.now();
    say(`${suite.name} …`);
    try {
      const sections = await suite.run((line) => say(`  ${line}`), choice);
      if (choice.parts.length > 0) for (const section of sections) say(sectionText(section));
      else {
        done.set(suite.name, sections);
        // Written after each suite: what was measured survives a later failure.
        writeResults(done, versions());
      }
    } catch (error) {
      failures++;
      say(`  failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
    say(`  ${Math.round((performance.now() - began) / 1000)} s`);
  }
  if (done.size > 0) say('Written to bench/RESULTS.md');
  return failures === 0 ? 0 : 1;
}

const limit = setTimeout(() => {
  say('The bench took too long and is ended.');
  process.exit(1);
}, runMsMax);
process.exitCode = await main();
clearTimeout(limit);
