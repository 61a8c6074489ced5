// Fails on a message key that is missing in a language, used but not there, or there but used nowhere.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { filesBelow } from './fingerprint.mjs';
import { messageProblems } from './messageRules.mjs';
import { root } from './runCommand.mjs';

/** One file a namespace: `messages/<language>/<namespace>.json`; those for failures are the server's too. */
function read(language) {
  const folder = `${root}/apps/web/messages/${language}`;
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const files = names.map((name) => [name.replace(/\.json$/, ''), `${folder}/${name}`]);
  files.push(['errors', `${root}/packages/error-texts/${language}.json`]);
  return Object.fromEntries(files.map(([name, path]) => [name, JSON.parse(readFileSync(path, 'utf8'))]));
}

// Templates, errors and kinds are named by keys outside the web app too.
const sources = ['apps/web/src', 'packages', 'apps/server/src']
  .filter((folder) => existsSync(`${root}/${folder}`))
  .flatMap((folder) => [...filesBelow(`${root}/${folder}`)])
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path: path.slice(root.length + 1), text: readFileSync(path, 'utf8') }));
const problems = messageProblems({ en: read('en'), id: read('id') }, sources);
process.stdout.write(
  problems.length === 0 ? 'every message is there and used\n' : `${problems.join('\n')}\n`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
