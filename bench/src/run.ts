/** npm run bench [-- suite…]: measures and writes RESULTS.md. */
import { readFileSync } from 'node:fs';
import { graphqlSuite } from './graphql/graphqlSuite.ts';
import { holdSuite } from './hold/holdSuite.ts';
import type { Section, Suite } from './Section.ts';
import { startSuite } from './start/startSuite.ts';
import { syncSuite } from './sync/syncSuite.ts';
import { webSuite } from './web/webSuite.ts';
import { writeResults } from './writeResults.ts';

const suites: readonly Suite[] = [startSuite, holdSuite, syncSuite, graphqlSuite, webSuite];
const runMsMax = 15 * 60_000;

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

async function main(): Promise<number> {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    say(`There is no suite ${unknown.join(', ')}. Suites: ${suites.map(({ name }) => name).join(', ')}`);
    return 1;
  }
  const done = new Map<string, Section[]>();
  let failures = 0;
  for (const suite of suites) {
    if (wanted.length > 0 && !wanted.includes(suite.name)) continue;
    const began = performance.now();
    say(`${suite.name} …`);
    try {
      done.set(suite.name, await suite.run((line) => say(`  ${line}`)));
      // Written after each suite: what was measured survives a later failure.
      writeResults(done, versions());
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
