import { syncLimits } from '@jejak/protocol';
import { expect, test } from 'vitest';
import { Entrance, type EntranceVerdict } from './Entrance.ts';

function entered(verdicts: readonly EntranceVerdict[]): (() => void)[] {
  return verdicts.flatMap((verdict) => (verdict.ok ? [verdict.leave] : []));
}

test('[SYNC34] two workshops of 200 people with both sockets each come in from one address, and again at once', () => {
  const entrance = new Entrance(syncLimits, () => 0);
  const all = 2 * 200 * 2;
  const first = entered(Array.from({ length: all }, () => entrance.enter('203.0.113.9')));
  expect(first).toHaveLength(all);
  for (const leave of first) leave();
  expect(entrance.open).toBe(0);
  // One workshop, all at the same moment.
  const again = Array.from({ length: syncLimits.attemptsBurstPerAddress - all }, () =>
    entrance.enter('203.0.113.9'),
  );
  expect(entered(again)).toHaveLength(again.length);
  expect(entrance.enter('203.0.113.9')).toEqual({ ok: false, status: 429, retryAfterSeconds: 1 });
});

test('[SYNC34] an address that tries without end gets fifty attempts a second; others do not feel it', () => {
  let now = 0;
  const entrance = new Entrance(syncLimits, () => now);
  const attempts = (ms: number): number => {
    let count = 0;
    for (const end = now + ms; now < end; now++) {
      const verdict = entrance.enter('203.0.113.9');
      if (!verdict.ok) continue;
      verdict.leave();
      count += 1;
    }
    return count;
  };
  attempts(10_000);
  expect(attempts(10_000)).toBe(10 * syncLimits.attemptsPerSecondAndAddress);
  expect(entrance.enter('198.51.100.1').ok).toBe(true);
});

test('[SYNC34] sockets of one address are bounded, and an IPv6 household is one address', () => {
  const limits = { ...syncLimits, connectionsPerAddress: 3 };
  const entrance = new Entrance(limits, () => 0);
  const inside = ['2001:db8::1', '2001:db8::2', '2001:db8:0:0:9::3'].map((address) =>
    entrance.enter(address),
  );
  expect(entered(inside)).toHaveLength(3);
  expect(entrance.enter('2001:db8::4')).toMatchObject({ ok: false, status: 429 });
  expect(entrance.enter('2001:db8:0:1::4').ok).toBe(true);
  const [leave] = entered(inside);
  leave?.();
  leave?.();
  expect(entrance.enter('2001:db8::4').ok).toBe(true);
  expect(entrance.enter('2001:db8::5').ok).toBe(false);
});

test('[SYNC34] a process takes so many sockets, whoever has them', () => {
  const entrance = new Entrance({ ...syncLimits, connectionsPerProcess: 2 }, () => 0);
  for (const address of ['192.0.2.1', '192.0.2.2']) expect(entrance.enter(address).ok).toBe(true);
  expect(entrance.enter('192.0.2.3')).toMatchObject({ ok: false, status: 503 });
});

test('[SYNC34] what is remembered of addresses is bounded and swept', () => {
  let now = 0;
  const entrance = new Entrance(syncLimits, () => now);
  const stays = entrance.enter('203.0.113.9');
  for (let n = 0; n < syncLimits.addressesMax + 500; n++) {
    const verdict = entrance.enter(`10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`);
    if (verdict.ok) verdict.leave();
  }
  expect(entrance.addresses).toBe(syncLimits.addressesMax);
  now += 60_000;
  entrance.sweep();
  expect(entrance.addresses).toBe(1);
  expect(stays.ok).toBe(true);
});
