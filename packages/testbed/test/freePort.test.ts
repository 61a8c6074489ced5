import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, it, vi } from 'vitest';
import { freePort } from '../src/freePort.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Chooses the same port again, and then any other. */
function freePortChosenBy(choice: number): Promise<number> {
  vi.spyOn(Math, 'random').mockReturnValueOnce(choice);
  return freePort();
}

it('[PORT1] a port belongs to the process that was given it until that ends', async () => {
  const source = new URL('../src/freePort.ts', import.meta.url).href;
  const program = `const { freePort } = await import(${JSON.stringify(source)});
    const { random } = Math;
    let choice;
    Math.random = () => (choice = random());
    console.log(JSON.stringify({ theirs: await freePort(), choice }));
    await new Promise((resolve) => process.stdin.resume().once('end', resolve));`;
  const other = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = (await once(other.stdout, 'data')) as [Buffer];
  const { theirs, choice } = JSON.parse(line.toString()) as { theirs: number; choice: number };
  expect(await freePortChosenBy(choice)).not.toBe(theirs);

  const ended = once(other, 'exit');
  other.stdin.end();
  expect(await ended).toEqual([0, null]);
  expect(await freePortChosenBy(choice)).toBe(theirs);
  expect(await freePortChosenBy(choice)).not.toBe(theirs);
});
