// Fails when a document points to a file that is not there, or the settings it lists are not those of the server.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './runCommand.mjs';

const folders = [
  '',
  'docs',
  'docs/decisions',
  'packages/journey-model',
  'packages/client',
  'apps/server',
  'bench',
];
const documents = folders
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name)),
  );

const problems = documents.flatMap((path) => {
  const text = readFileSync(join(root, path), 'utf8').replace(/```[\s\S]*?```/g, '');
  return [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)]
    .map((match) => match[1])
    .filter((target) => !existsSync(join(root, dirname(path), target)))
    .map((target) => `${path}: ${target} is not there`);
});

const settings = readFileSync(join(root, 'apps/server/src/config/settings.ts'), 'utf8');
const names = [...settings.matchAll(/^ {2}([A-Z][A-Z_]+): setting\(/gm)].map((match) => match[1]);
if (names.length === 0) problems.push('apps/server/src/config/settings.ts: no settings found');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const listed = [...readme.matchAll(/^\| `([A-Z][A-Z_]+)` \|/gm)].map((match) => match[1]);
for (const name of names)
  if (!listed.includes(name)) problems.push(`README.md: the setting ${name} is not listed`);
for (const name of listed) if (!names.includes(name)) problems.push(`README.md: there is no setting ${name}`);

process.stdout.write(
  problems.length === 0 ? `${documents.length} documents fit\n` : `${problems.join('\n')}\n`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
