// Checks docker-compose.yml without a container engine: its shape, the files and variables it names, who waits for whom.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeProblems } from './composeRules.mjs';
import { root } from './runCommand.mjs';

const read = (path) => readFileSync(join(root, path), 'utf8');
const settings = [
  ...read('apps/server/src/config/settings.ts').matchAll(/^ {2}([A-Z][A-Z_]+): setting\(/gm),
].map((match) => match[1]);
const problems = composeProblems(read('docker-compose.yml'), {
  exists: (path) => existsSync(join(root, path)),
  read,
  settings,
  example: read('.env.example'),
});
process.stdout.write(problems.length === 0 ? 'docker-compose.yml fits\n' : `${problems.join('\n')}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
