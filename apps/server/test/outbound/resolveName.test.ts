import { afterAll, beforeAll, expect, it } from 'vitest';
import { resolveByDns, resolveBySystem } from '../../src/outbound/resolveName.ts';
import { NameServer } from './NameServer.ts';

let names: NameServer;
beforeAll(async () => {
  names = await NameServer.start({
    'both.example.org': ['93.184.216.34', '2606:2800:220:1::1946'],
    'six.example.org': ['2606:2800:220:1::1946'],
    'gone.example.org': [],
  });
});
afterAll(() => names.close());

const resolve = () => resolveByDns([names.address]);
const never = () => new AbortController().signal;

it('[SENT4] all addresses of a name are found, IPv4 first; none where there is no such name', async () => {
  expect(await resolve()('both.example.org', never())).toEqual(['93.184.216.34', '2606:2800:220:1::1946']);
  expect(await resolve()('six.example.org', never())).toEqual(['2606:2800:220:1::1946']);
  expect(await resolve()('gone.example.org', never())).toEqual([]);
});

it('[SENT8] names whose servers never answer hold up no other, and are given up with the signal', async () => {
  const ending = new AbortController();
  const silent = Array.from({ length: 50 }, (_, n) => resolve()(`silent${n}.example.org`, ending.signal));
  await expect.poll(() => new Set(names.asked.filter((name) => name.startsWith('silent'))).size).toBe(50);
  expect(await resolve()('both.example.org', never())).toHaveLength(2);
  ending.abort();
  expect(await Promise.all(silent)).toEqual(silent.map(() => []));
  expect(await resolve()('both.example.org', AbortSignal.abort())).toEqual([]);
});

it('[SENT3] a listed name is one of the system', async () => {
  const found = await resolveBySystem('localhost', never());
  expect(found.some((address) => address === '127.0.0.1' || address === '::1')).toBe(true);
});
