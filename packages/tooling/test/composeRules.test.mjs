import { expect, test } from 'vitest';
import { composeProblems } from '../src/composeRules.mjs';

const good = `
services:
  proxy:
    image: nginx:1.29
    ports: ["\${PORT:-8080}:8080"]
    volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro", "kept:/data"]
    depends_on: { server: { condition: service_healthy } }
    healthcheck: { test: [CMD, "true"], interval: 5s, timeout: 3s, retries: 3 }
  server:
    build: { context: ., dockerfile: apps/server/Dockerfile }
    environment:
      PORT: "3000"
      AUTH_SECRET: \${AUTH_SECRET:?set it}
    networks: [inside]
    healthcheck: { test: [CMD, "true"], interval: 5s, timeout: 3s, retries: 3 }
networks: { inside: }
volumes: { kept: }
`;
const files = {
  '.': '',
  './nginx.conf': 'upstream x {\n  server server:3000;\n}',
  'apps/server/Dockerfile':
    'FROM node:22 AS build\nCOPY package.json ./\nFROM node:22\nCOPY --from=build /x x\nUSER node\n',
  'package.json': '{}',
};
const around = (changed = {}) => {
  const all = { ...files, ...changed.files };
  return {
    exists: (path) => all[path] !== undefined,
    read: (path) => all[path],
    settings: ['PORT', 'AUTH_SECRET'],
    example: changed.example ?? 'PORT=8080\nAUTH_SECRET=\n',
  };
};

test('a file that fits has no problem', () => {
  expect(composeProblems(good, around())).toEqual([]);
});

test.each([
  ['a broken YAML', good.replace('services:', 'services: ['), 'it is no YAML'],
  ['an unknown key', good.replace('networks: [inside]', 'netwroks: [inside]'), 'netwroks'],
  ['a floating image', good.replace('nginx:1.29', 'nginx'), '/services/proxy/image'],
  ['a health check without a limit', good.replaceAll('timeout: 3s, ', ''), 'timeout'],
  ['a missing dependency', good.replace('{ server: {', '{ sevrer: {'), 'depends on sevrer'],
  [
    'an undeclared network',
    good.replace('networks: { inside: }', 'networks: { outside: }'),
    'network inside',
  ],
  ['an undeclared volume', good.replace('"kept:/data"', '"lost:/data"'), 'volume lost'],
  ['an unused volume', good.replace(', "kept:/data"', ''), 'the volume kept is used nowhere'],
  [
    'a secret with a default',
    good.replace('AUTH_SECRET:?set it', 'AUTH_SECRET:-hunter2'),
    'must not have a default',
  ],
  [
    'a secret in the file',
    good.replace(/AUTH_SECRET: \$\{.*\}/, 'AUTH_SECRET: hunter2'),
    'must come from the environment',
  ],
  ['a variable nobody documents', good.replace('PORT:-8080', 'POTR:-8080'), 'POTR is not in .env.example'],
  [
    'a variable with neither default nor error',
    good.replace('AUTH_SECRET:?set it', 'AUTH_SECRET'),
    'neither a default',
  ],
  ['no published port', good.replace(/ {4}ports: .*\n/, ''), 'one service publishes a port'],
  [
    'a setting the server does not have',
    good.replace('PORT: "3000"', 'PORT: "3000"\n      PROT: "1"'),
    'PROT is no setting',
  ],
  [
    'an address of nobody',
    good.replace('PORT: "3000"', 'PORT: "3000"\n      WEB_URL: http://wbe:3001'),
    'points to wbe',
  ],
  [
    'services that wait for each other',
    good.replace(
      '    networks: [inside]',
      '    networks: [inside]\n    depends_on: { proxy: { condition: service_healthy } }',
    ),
    'depends on itself',
  ],
])('%s is found', (_name, text, problem) => {
  expect(composeProblems(text, around()).join('\n')).toContain(problem);
});

test.each([
  [
    'a missing Dockerfile',
    { files: { 'apps/server/Dockerfile': undefined } },
    'apps/server/Dockerfile is not there',
  ],
  ['a missing mounted file', { files: { './nginx.conf': undefined } }, './nginx.conf is not there'],
  [
    'a Dockerfile that copies what is not there',
    { files: { 'package.json': undefined } },
    'package.json is not there',
  ],
  [
    'an image that runs as root',
    { files: { 'apps/server/Dockerfile': 'FROM a\nUSER node\nFROM b\n' } },
    'runs as root',
  ],
  ['a proxy that points nowhere', { files: { './nginx.conf': ' server sevrer:3000;' } }, 'points to sevrer'],
  [
    'a proxy that points to a wrong port',
    { files: { './nginx.conf': ' server server:3001;' } },
    'port 3001 of server',
  ],
  ['a secret in the example', { example: 'PORT=1\nAUTH_SECRET=hunter2\n' }, 'must be left empty'],
  ['an example nobody uses', { example: 'PORT=1\nAUTH_SECRET=\nOLD=1\n' }, 'OLD is used nowhere'],
])('%s is found', (_name, changed, problem) => {
  expect(composeProblems(good, around(changed)).join('\n')).toContain(problem);
});
