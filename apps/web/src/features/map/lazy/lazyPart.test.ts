import { expect, it } from 'vitest';
import { lazyPart } from './lazyPart.ts';

const Part = () => null;

it('[LAZY1] code that could not be loaded is asked for again, and code that is here never', async () => {
  let asked = 0;
  const part = lazyPart(() => {
    asked += 1;
    return asked === 1 ? Promise.reject(new Error('offline')) : Promise.resolve({ default: Part });
  });
  const becomes = (kind: string) =>
    new Promise<void>((resolve) => {
      const stop = part.state.subscribe(() => {
        if (part.state.get().kind !== kind) return;
        stop();
        resolve();
      });
    });
  expect(part.state.get()).toEqual({ kind: 'waiting' });
  const failed = becomes('failed');
  part.load();
  part.load();
  await failed;
  const ready = becomes('ready');
  part.load();
  await ready;
  part.load();
  expect([asked, part.state.get()]).toEqual([2, { kind: 'ready', Part }]);
});
