import { expect, test } from 'vitest';
import { Inbox } from './Inbox.ts';

function frame(n: number): Uint8Array {
  return Uint8Array.of(n & 255, n >> 8);
}

/** An inbox that notes what it does; `holdAt` frames are put off once and let the test go on. */
function noting(holdAt: readonly number[] = [], msEach = 0) {
  let now = 0;
  const notes: (string | number)[] = [];
  const releases: (() => void)[] = [];
  const seen = new Set<number>();
  const inbox: Inbox = new Inbox({
    handle(bytes) {
      const n = (bytes[0] ?? 0) + 256 * (bytes[1] ?? 0);
      if (holdAt.includes(n) && !seen.has(n)) {
        seen.add(n);
        releases.push(inbox.hold());
        return 'later';
      }
      notes.push(n);
      now += msEach;
      return 'done';
    },
    pause: () => notes.push('pause'),
    resume: () => notes.push('resume'),
    overflow: () => {
      notes.push('overflow');
      inbox.close();
    },
    now: () => now,
  });
  return { inbox, notes, releases };
}

test('[SYNC32] while a connection waits nothing is read or handled; afterwards all of it is, in order', () => {
  const { inbox, notes, releases } = noting([1, 3]);
  for (let n = 0; n < 5; n++) inbox.push(frame(n));
  expect(notes).toEqual([0, 'pause']);
  releases[0]?.();
  expect(notes).toEqual([0, 'pause', 1, 2]);
  releases[0]?.();
  expect(notes).toEqual([0, 'pause', 1, 2]);
  releases[1]?.();
  expect(notes).toEqual([0, 'pause', 1, 2, 3, 4, 'resume']);
});

test('[SYNC32] two reasons to wait are both waited for', () => {
  const { inbox, notes } = noting();
  const [one, other] = [inbox.hold(), inbox.hold()];
  inbox.push(frame(7));
  one();
  expect(notes).toEqual(['pause']);
  other();
  expect(notes).toEqual(['pause', 7, 'resume']);
});

test('[SYNC32] what was read before a pause took hold is bounded', () => {
  const { inbox, notes } = noting();
  inbox.hold();
  for (let n = 0; n < 20_000; n++) inbox.push(frame(0));
  expect(notes).toEqual(['pause', 'overflow']);
});

test('[SYNC32] whoever sends without a pause lets others in between, and everything stays in order', async () => {
  const { inbox, notes } = noting();
  for (let n = 0; n < 250; n++) inbox.push(frame(n));
  const handled = () => notes.filter((note) => typeof note === 'number');
  const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
  expect(handled()).toHaveLength(100);
  expect(notes.at(-1)).toBe('pause');
  await nextTurn();
  expect(handled()).toHaveLength(200);
  await nextTurn();
  expect(handled()).toEqual(Array.from({ length: 250 }, (_, n) => n));
  expect(notes.at(-1)).toBe('resume');
});

test('[SYNC32] so does whoever sends what takes long, however little it is', async () => {
  const { inbox, notes } = noting([], 1.5);
  for (let n = 0; n < 5; n++) inbox.push(frame(n));
  const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
  expect(notes).toEqual([0, 1, 'pause']);
  await nextTurn();
  expect(notes).toEqual([0, 1, 'pause', 2, 3]);
  await nextTurn();
  expect(notes).toEqual([0, 1, 'pause', 2, 3, 4, 'resume']);
});
