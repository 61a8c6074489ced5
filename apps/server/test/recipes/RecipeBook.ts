import { execFileSync, spawn } from 'node:child_process';
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

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** A program of the document while it runs. */
export interface Running {
  readonly lines: readonly string[];
  /** Resolves once it has printed so many lines; rejects when it ends before. */
  printed(count: number): Promise<void>;
  /** Asks it to end, as Ctrl-C does, and answers its exit code. */
  end(): Promise<number | null>;
  /** Ends it at once. */
  kill(): Promise<void>;
  /** Its exit code, and what it told on standard error. */
  readonly ended: Promise<{ readonly code: number | null; readonly told: string }>;
}

/** The programs of `docs/RECIPES.md`, saved in a folder as a reader saves them, and run from there. */
export class RecipeBook {
  readonly names: readonly string[];
  readonly started = new Set<string>();
  readonly folder: string;
  readonly #running = new Set<Running>();

  constructor() {
    const page = readFileSync(join(root, 'docs/RECIPES.md'), 'utf8');
    this.folder = mkdtempSync(join(tmpdir(), 'jejak-recipes-'));
    install(join(this.folder, 'node_modules'));
    this.names = [...page.matchAll(/^```(?:sh|js)\n((?:#|\/\/) (\S+\.(?:sh|mjs))\n[\s\S]*?)^```$/gm)].map(
      ([, text = '', name = '']) => {
        writeFileSync(join(this.folder, name), text);
        return name;
      },
    );
  }

  /** Reads a file that a program wrote. */
  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  /** The names of the files that a program takes in. */
  usedBy(name: string): string[] {
    return [...this.read(name).matchAll(/(?:from '\.\/|\. \.\/)([\w.]+)/g)].map(([, used = '']) => used);
  }

  start(name: string, environment: Readonly<Record<string, string>>, ...given: string[]): Running {
    this.started.add(name);
    for (const used of this.usedBy(name)) this.started.add(used);
    const program = name.endsWith('.sh') ? 'bash' : process.execPath;
    const child = spawn(program, [name, ...given], {
      cwd: this.folder,
      env: { PATH: process.env.PATH, HOME: this.folder, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let told = '';
    let over = false;
    const looks = new Set<() => void>();
    const look = () => {
      for (const each of [...looks]) each();
    };
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      look();
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      told += chunk;
    });
    const ended = new Promise<{ code: number | null; told: string }>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => {
        over = true;
        this.#running.delete(running);
        look();
        resolve({ code, told });
      });
    });
    const lines = () => output.split('\n').slice(0, -1);
    const running: Running = {
      get lines() {
        return lines();
      },
      ended,
      printed: (count) =>
        new Promise((resolve, reject) => {
          const enough = () => {
            if (lines().length >= count) resolve();
            else if (over) reject(new Error(`${name} ended after:\n${output}${told}`));
            else return;
            looks.delete(enough);
          };
          looks.add(enough);
          enough();
        }),
      async end() {
        child.kill('SIGINT');
        return (await ended).code;
      },
      async kill() {
        child.kill('SIGKILL');
        await ended;
      },
    };
    this.#running.add(running);
    return running;
  }

  /** Runs a program to its end and answers what it printed; throws when it fails. */
  async run(
    name: string,
    environment: Readonly<Record<string, string>>,
    ...given: string[]
  ): Promise<readonly string[]> {
    const running = this.start(name, environment, ...given);
    const { code, told } = await running.ended;
    if (code !== 0) throw new Error(`${name} ended with ${code}:\n${running.lines.join('\n')}\n${told}`);
    return running.lines;
  }

  /** Ends what still runs. */
  async endAll(): Promise<void> {
    await Promise.all([...this.#running].map((running) => running.kill()));
  }

  async close(): Promise<void> {
    await this.endAll();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Puts the packages where `npm install` puts them, and the client as it is made for whoever has no sources. */
function install(modules: string): void {
  mkdirSync(join(modules, '@jejak'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@jejak' && !name.startsWith('.'))
      symlinkSync(join(root, 'node_modules', name), join(modules, name));
  const making = join(root, 'packages/client/build/package.mjs');
  execFileSync(process.execPath, [making, join(modules, '@jejak/client'), '--no-types']);
}
