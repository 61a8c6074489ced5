import { expect, test } from 'vitest';
import { type Machine, planEngine } from '../src/platform.ts';

const debian12: Machine = { platform: 'linux', arch: 'x64', glibc: '2.36', debian: true };

test.each<[string, Machine, string]>([
  ['Debian 13', { ...debian12, glibc: '2.41' }, 'direct'],
  ['Debian 12', debian12, 'privateGlibc'],
  ['macOS on Apple silicon', { platform: 'darwin', arch: 'arm64', glibc: null, debian: false }, 'direct'],
  ['macOS on Intel', { platform: 'darwin', arch: 'x64', glibc: null, debian: false }, 'unsupported'],
  ['Alpine', { ...debian12, glibc: null, debian: false }, 'unsupported'],
  ['an older Fedora', { ...debian12, debian: false }, 'unsupported'],
  ['Windows', { platform: 'win32', arch: 'x64', glibc: null, debian: false }, 'unsupported'],
])('%s runs the engine as planned', (_name, machine, kind) => {
  expect(planEngine(machine).kind).toBe(kind);
});

test('an unsupported machine is told what to do instead', () => {
  const plan = planEngine({ platform: 'win32', arch: 'x64', glibc: null, debian: false });
  expect(plan.kind === 'unsupported' && plan.reason).toContain('Set MONGODB_URI');
});
