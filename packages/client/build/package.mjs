// Makes a package of this folder that runs anywhere: JavaScript, types, and what it needs. `npm run package` writes it
// into dist; `npm install <folder>` takes it from there.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const here = join(dirname(fileURLToPath(import.meta.url)), '..');
const packages = join(here, '..');
const entries = {
  index: 'src/index.ts',
  documents: 'src/documents/index.ts',
  events: 'src/events/index.ts',
  sync: 'src/sync/index.ts',
  webhooks: 'src/webhooks/index.ts',
};
/** Packages of ours that go along inside: nobody can install them. */
const inner = ['protocol', 'sync-client'];

const manifestOf = (name) => JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8'));

/**
 * Writes the package into a folder, whose content goes.
 * @param {string} folder
 * @param {{ types?: boolean }} [options] `types: false` leaves out the declarations, which take some seconds
 */
export function packageClient(folder, { types = true } = {}) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  buildSync({
    absWorkingDir: here,
    entryPoints: {
      ...entries,
      'socket.node': 'src/socket.node.ts',
      'socket.browser': 'src/socket.browser.ts',
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    logLevel: 'warning',
    external: ['#socket', 'yjs', ...Object.keys(dependencies())],
  });
  if (types) writeTypes(folder);
  const file = (name) => ({
    ...(types ? { types: `./types/client/${entries[name].replace(/ts$/, 'd.ts')}` } : {}),
    default: `./${name}.js`,
  });
  const { name, version, license } = manifestOf('client');
  const manifest = {
    name,
    version,
    license,
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20.20.2' },
    exports: Object.fromEntries(
      Object.keys(entries).map((entry) => [entry === 'index' ? '.' : `./${entry}`, file(entry)]),
    ),
    imports: { '#socket': { browser: './socket.browser.js', default: './socket.node.js' } },
    dependencies: dependencies(),
    // Yjs must be there once: it is that of whoever writes into the documents.
    peerDependencies: { yjs: `^${manifestOf('client').dependencies.yjs}` },
    peerDependenciesMeta: { yjs: { optional: true } },
  };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  cpSync(join(here, 'README.md'), join(folder, 'README.md'));
  cpSync(join(packages, '../LICENSE'), join(folder, 'LICENSE'));
}

/** What the package and the inner ones take from elsewhere. */
function dependencies() {
  const all = ['client', ...inner].flatMap((name) => Object.entries(manifestOf(name).dependencies ?? {}));
  const foreign = all.filter(([name]) => !name.startsWith('@jejak/') && name !== 'yjs');
  return Object.fromEntries(foreign.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Declarations of this package and the inner ones, which name each other by where they lie. */
function writeTypes(folder) {
  const out = join(folder, 'types');
  const tsc = fileURLToPath(new URL('../../../node_modules/.bin/tsc', import.meta.url));
  const config = join(folder, 'tsconfig.types.json');
  writeFileSync(
    config,
    JSON.stringify({
      extends: join(packages, '../tsconfig.base.json'),
      compilerOptions: {
        noEmit: false,
        declaration: true,
        emitDeclarationOnly: true,
        rootDir: packages,
        outDir: out,
        // As sources, not as what npm put in its folder: those are written too.
        paths: { '@jejak/*': [join(packages, '*/src/index.ts')] },
        typeRoots: [join(packages, '../node_modules/@types')],
      },
      files: Object.values(entries).map((entry) => join(here, entry)),
    }),
  );
  const { status, stdout, stderr } = spawnSync(tsc, ['-p', config], { encoding: 'utf8' });
  rmSync(config);
  if (status !== 0) throw new Error(`No declarations: ${stdout}${stderr}`);
  for (const path of readdirSync(out, { recursive: true })) {
    if (!path.endsWith('.d.ts')) continue;
    const full = join(out, path);
    const text = readFileSync(full, 'utf8').replace(
      /(from |import\()(['"])@jejak\/([\w-]+)\2/g,
      (_all, before, quote, name) => {
        const target = relative(dirname(full), join(out, name, 'src/index.d.ts')).replace(/\.d\.ts$/, '.ts');
        return `${before}${quote}${target.startsWith('.') ? target : `./${target}`}${quote}`;
      },
    );
    writeFileSync(full, text);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2).filter((given) => !given.startsWith('--'));
  packageClient(resolve(folder ?? join(here, 'dist')), { types: !process.argv.includes('--no-types') });
}
