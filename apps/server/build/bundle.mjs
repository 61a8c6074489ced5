// Bundles the server for production: our sources in one file, libraries stay where npm put them.
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');

await build({
  absWorkingDir: root,
  entryPoints: {
    main: 'src/main.ts',
    backup: 'src/backupCommand.ts',
    restore: 'src/restoreCommand.ts',
    audit: 'src/auditCommand.ts',
    nextHost: 'src/http/nextHost.mjs',
    heavyWorker: 'src/heavy/heavyWorker.ts',
  },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
  plugins: [
    {
      name: 'libraries-stay-outside',
      setup({ onResolve }) {
        // Workspace packages are our sources; every other bare name is a library.
        onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
          kind === 'entry-point' || path.startsWith('@jejak/') ? null : { path, external: true },
        );
      },
    },
  ],
});
