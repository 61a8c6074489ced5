import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const commandMsMax = 120_000;
const suite = 'trixie';
const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
const triplets: Readonly<Record<string, string>> = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' };

/** The command that starts node with a C library of its own: program and leading arguments. */
export interface NodeCommand {
  readonly program: string;
  readonly args: readonly string[];
}

/**
 * Unpacks the C library of the next Debian release into `cacheDir`, once. Uses apt's own tools with private folders:
 * no root, nothing of the system changes, and apt checks the signatures.
 */
export async function nodeWithPrivateGlibc(
  cacheDir: string,
  log: (message: string) => void,
): Promise<NodeCommand> {
  const triplet = triplets[process.arch];
  if (triplet === undefined) throw new Error(`No private glibc for ${process.arch}.`);
  const target = join(cacheDir, `glibc-${suite}-${process.arch}`);
  const libraries = join(target, 'usr/lib', triplet);
  if ((await findLoader(libraries)) === null) {
    log('This system has an older C library than the embedded database needs.');
    log(`Fetching Debian ${suite}'s libc6 into ${target} (once, about 15 MB; the system is not changed) …`);
    await unpackLibc(cacheDir, target);
    log('The private C library is ready.');
  }
  const loader = await findLoader(libraries);
  if (loader === null) throw new Error(`No loader in ${libraries}; delete ${target} and start again.`);
  const path = [libraries, `/lib/${triplet}`, `/usr/lib/${triplet}`].join(':');
  return { program: loader, args: ['--library-path', path, process.execPath] };
}

async function findLoader(libraries: string): Promise<string | null> {
  const names = await readdir(libraries).catch(() => []);
  const name = names.find((entry) => /^ld-linux.*\.so\.\d+$/.test(entry));
  return name === undefined ? null : join(libraries, name);
}

async function unpackLibc(cacheDir: string, target: string): Promise<void> {
  await mkdir(cacheDir, { recursive: true });
  // Two processes may do this at once: each works in its own folder, and the rename decides.
  const work = await mkdtemp(join(cacheDir, 'glibc-work-'));
  try {
    await mkdir(join(work, 'lists/partial'), { recursive: true });
    await mkdir(join(work, 'cache/archives/partial'), { recursive: true });
    await writeFile(
      join(work, 'sources.list'),
      `deb [signed-by=${keyring}] ${await aptMirror()} ${suite} main\n`,
    );
    const settings = {
      'Dir::Etc::sourcelist': join(work, 'sources.list'),
      'Dir::Etc::sourceparts': '/dev/null',
      'Dir::Etc::preferences': '/dev/null',
      'Dir::Etc::preferencesparts': '/dev/null',
      'Dir::State::lists': join(work, 'lists'),
      'Dir::Cache': join(work, 'cache'),
      'Acquire::Languages': 'none',
    };
    const options = Object.entries(settings).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
    await apt([...options, 'update'], work);
    await apt([...options, 'download', 'libc6'], work);
    const archive = (await readdir(work)).find((name) => name.startsWith('libc6_') && name.endsWith('.deb'));
    if (archive === undefined) throw new Error('apt-get downloaded no libc6.');
    await run('dpkg-deb', ['-x', join(work, archive), join(work, 'root')], { timeout: commandMsMax });
    await rename(join(work, 'root'), target).catch(async (error: unknown) => {
      const other = await stat(target).catch(() => null);
      if (other === null) throw error;
    });
  } catch (error) {
    throw new Error(
      `Could not fetch a newer C library for the embedded database: ${reasonOf(error)} ` +
        'Set MONGODB_URI to use a database of your own instead.',
      { cause: error },
    );
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function apt(args: readonly string[], cwd: string): Promise<void> {
  await run('apt-get', [...args], { cwd, timeout: commandMsMax, env: { ...process.env, LC_ALL: 'C' } });
}

/** The mirror apt is configured with, so that a private or local mirror is respected. */
async function aptMirror(): Promise<string> {
  const format = '$(SITE) $(COMPONENT)';
  const { stdout } = await run('apt-get', ['indextargets', '--format', format, 'Created-By: Packages'], {
    timeout: commandMsMax,
  }).catch(() => ({ stdout: '' }));
  const sites = stdout
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([site = '', component]) => component === 'main' && /\/debian\/?$/.test(site))
    .map(([site = '']) => site);
  const [site] = sites;
  if (site === undefined) throw new Error('apt names no Debian mirror to take it from.');
  return site;
}

function reasonOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'stderr' in error && typeof error.stderr === 'string') {
    const line = error.stderr.split('\n').find((text) => text.startsWith('E:'));
    if (line !== undefined) return `${line.slice(2).trim()}.`;
  }
  return error instanceof Error ? error.message : String(error);
}
