import { execFile } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build, type Metafile } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'jejak-client-'));
const installed = join(folder, 'node_modules/@jejak/client');

/** What a reader does: makes the package, installs it beside what it needs, and copies the examples. */
beforeAll(async () => {
  mkdirSync(join(folder, 'node_modules/@jejak'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@jejak' && !name.startsWith('.'))
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  await run(process.execPath, [join(root, 'packages/client/build/package.mjs'), installed]);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const examples = () =>
  [...readFileSync(join(installed, 'README.md'), 'utf8').matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(
    ([, text = '']) => text,
  );

describe('the package as it is installed', () => {
  it('[CLIENT40] has types that the examples of its README fit, strictly', async () => {
    for (const [index, text] of examples().entries()) writeFileSync(join(folder, `example${index}.ts`), text);
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    const compilerOptions = {
      target: 'ES2022',
      lib: ['ES2023'],
      module: 'NodeNext',
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      // The declarations of this package are looked at as well, those of others are theirs.
      skipLibCheck: true,
      noEmit: true,
      types: ['node'],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    expect(examples()).toHaveLength(4);
    const checked = await run(join(root, 'node_modules/.bin/tsc'), ['-p', folder]).catch(
      (error: { stdout: string }) => error,
    );
    expect(checked.stdout).toBe('');
  }, 60_000);

  it('[CLIENT40] runs in Node by itself', async () => {
    const program = `
      import { createJejakClient, orThrow } from '@jejak/client';
      import * as documents from '@jejak/client/documents';
      import { followEvents } from '@jejak/client/events';
      import { openMap } from '@jejak/client/sync';
      import { verifyWebhook } from '@jejak/client/webhooks';
      const jejak = createJejakClient({ url: 'http://127.0.0.1:9', token: 'x', retries: 0 });
      const code = (error) => error.code;
      console.log((await jejak.query(documents.WorkspacesDocument)).failure.code);
      console.log(await followEvents(jejak, { mapId: 'm', after: 'c', signal: AbortSignal.abort() }).next().then((r) => r.done));
      console.log(await openMap(jejak, 'm', { timeoutMs: 50 }).catch(code));
      console.log((await verifyWebhook('{}', {}, 'secret')).reason);
      console.log(await jejak.subscribe(documents.MapChangesDocument, { mapId: 'm' }).next().catch(code));
      jejak.close();`;
    writeFileSync(join(folder, 'program.mjs'), program);
    const { stdout, stderr } = await run(process.execPath, [join(folder, 'program.mjs')], {
      timeout: 30_000,
    });
    expect(stderr).toBe('');
    expect(stdout.trim().split('\n')).toEqual([
      'UNREACHABLE',
      'true',
      'UNREACHABLE',
      'NO_SIGNATURE',
      'UNREACHABLE',
    ]);
  }, 60_000);

  it('[CLIENT40] asks for everything it takes in', () => {
    const { dependencies, peerDependencies } = JSON.parse(
      readFileSync(join(installed, 'package.json'), 'utf8'),
    );
    const asked = new Set([...Object.keys(dependencies), ...Object.keys(peerDependencies)]);
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' });
    const taken = files
      .filter((name) => /\.(js|d\.ts)$/.test(name))
      .flatMap((name) => [
        ...readFileSync(join(installed, name), 'utf8').matchAll(
          /^(?:import|export)[^'"\n]*?from ["']([^."'][^"']*)["']|import\(["']([^."'][^"']*)["']\)/gm,
        ),
      ])
      .map(([, one = '', other = '']) => one || other)
      .map((specifier) =>
        specifier
          .split('/')
          .slice(0, specifier.startsWith('@') ? 2 : 1)
          .join('/'),
      );
    expect(taken.filter((name) => name !== '#socket' && !asked.has(name))).toEqual([]);
    expect(taken).toContain('@urql/core');
  });
});

describe('in a page', () => {
  /** What a bundler for browsers puts in a page that takes this; parts that come later are not in it. */
  async function pageOf(code: string): Promise<{ bytes: number; inputs: readonly string[]; all: string }> {
    const { metafile, outputFiles } = await build({
      stdin: { contents: code, resolveDir: folder, sourcefile: 'page.js' },
      outdir: join(folder, 'out'),
      bundle: true,
      splitting: true,
      minify: true,
      write: false,
      metafile: true,
      format: 'esm',
      platform: 'browser',
      define: { 'process.env.NODE_ENV': '"production"' },
    });
    const first = partsAtOnce(metafile);
    return {
      bytes: first.reduce((sum, name) => sum + (metafile.outputs[name]?.bytes ?? 0), 0),
      inputs: first.flatMap((name) => Object.keys(metafile.outputs[name]?.inputs ?? {})),
      all: outputFiles.map(({ text }) => text).join('\n'),
    };
  }

  function partsAtOnce({ outputs }: Metafile): string[] {
    const entry = Object.keys(outputs).find((name) => outputs[name]?.entryPoint === 'page.js') ?? '';
    const parts = new Set([entry]);
    for (const name of parts)
      for (const { path, kind } of outputs[name]?.imports ?? [])
        if (kind === 'import-statement') parts.add(path);
    return [...parts];
  }

  it('[CLIENT41] there is nothing of Node, and the code of sockets comes later', async () => {
    const all = await pageOf(
      `import { createJejakClient } from '@jejak/client'; globalThis.client = createJejakClient();`,
    );
    expect(all.inputs.filter((path) => /node_modules\/(ws|graphql-ws|yjs|lib0|zod)\//.test(path))).toEqual(
      [],
    );
    const has = (words: string) => all.all.includes(words);
    expect(['node:', 'handshakeTimeout', 'graphql-transport-ws'].map(has)).toEqual([false, false, true]);
    // The library of the socket alone, not that of its server.
    expect(all.all.length).toBeLessThan(120_000);
  });

  it('[CLIENT41] each entry brings its own parts alone', async () => {
    const one = await pageOf(
      `import { WorkspacesDocument } from '@jejak/client/documents'; globalThis.asked = WorkspacesDocument;`,
    );
    expect(one.bytes).toBeLessThan(2_000);
    const hook = await pageOf(
      `import { verifyWebhook } from '@jejak/client/webhooks'; globalThis.verify = verifyWebhook;`,
    );
    expect(hook.bytes).toBeLessThan(3_000);
    const failure = await pageOf(
      `import { localFailure } from '@jejak/client'; globalThis.failure = localFailure;`,
    );
    expect(failure.bytes).toBeLessThan(2_000);
    const live = await pageOf(`import { openMap } from '@jejak/client/sync'; globalThis.open = openMap;`);
    expect(live.inputs.filter((path) => /@urql|generated/.test(path))).toEqual([]);
  });
});
