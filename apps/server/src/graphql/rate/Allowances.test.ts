import { describe, expect, it } from 'vitest';
import type { Actor } from '../../auth/Actor.ts';
import { Allowances } from './Allowances.ts';
import type { Charge } from './Charge.ts';
import { rateLimits } from './rateLimits.ts';

const began = Date.parse('2026-11-30T12:00:00.000Z');
const nobody: Actor = { kind: 'nobody' };

const person = (userId: string, tokenId: string | null = null): Actor => ({
  kind: 'member',
  userId,
  sessionId: null,
  token:
    tokenId === null
      ? null
      : { tokenId, kind: 'PERSONAL', scopes: ['maps:read'], workspaceId: null, mapIds: null },
  name: userId,
  email: '',
  locale: 'en',
  memberships: [],
});

function allowances(times = 1) {
  const clock = { now: 5_000 };
  const told: unknown[][] = [];
  return {
    clock,
    told,
    made: new Allowances({
      times,
      now: () => clock.now,
      date: () => new Date(began + clock.now),
      observer: {
        charged: (...heard) => told.push(heard),
        refused: (...heard) => told.push(heard),
      },
    }),
  };
}

/** Charges until something is refused; how many went through, and the refusal. */
function untilRefused(charge: () => Charge): [number, Charge] {
  for (let count = 0; ; count++) {
    const made = charge();
    if (made.refused !== null) return [count, made];
  }
}

describe('Allowances', () => {
  it('[RATE1] people, tokens and addresses have requests of their own, each by itself', () => {
    const { made } = allowances();
    const askers: [Actor, string | null, number][] = [
      [person('usr_a'), null, 600],
      [person('usr_b'), null, 600],
      [person('usr_a', 'tok_one'), null, 300],
      [person('usr_a', 'tok_two'), null, 300],
      [person('tok_three', 'tok_three'), null, 300],
      [nobody, '192.0.2.1', 6_000],
      [nobody, '192.0.2.2', 6_000],
      [nobody, '2001:db8::1', 6_000],
    ];
    for (const [actor, address, wanted] of askers) {
      const [count, { refused, requestsLeft }] = untilRefused(() => made.charge(actor, address, 0));
      expect([count, refused, requestsLeft]).toEqual([wanted, 'requests', 0]);
    }
    expect(made.charge(nobody, '2001:db8::2', 0).refused, 'the same /64').toBe('requests');
  });

  it('[RATE2] what is too dear is refused whole, takes nothing, and leaves room for what is cheaper', () => {
    const { made } = allowances();
    const me = person('usr_a');
    const [count, refused] = untilRefused(() => made.charge(me, null, 900));
    expect([count, refused]).toEqual([
      22,
      {
        kind: 'person',
        cost: 900,
        refused: 'cost',
        costMax: 20_000,
        costLeft: 200,
        requestsMax: 600,
        requestsLeft: 578,
        resetAt: new Date(began + 65_000),
        resetSeconds: 60,
      },
    ]);
    expect(made.charge(me, null, 200)).toMatchObject({ refused: null, costLeft: 0, requestsLeft: 577 });
    expect(made.charge(me, null, 0).refused).toBeNull();
    expect(made.charge(person('usr_a', 'tok_one'), null, 900).costLeft).toBe(19_100);
  });

  it('[RATE2] a minute begins with the first request and ends with everything there again', () => {
    const { made, clock } = allowances();
    const me = person('usr_a');
    untilRefused(() => made.charge(me, null, 0));
    clock.now += 30_500;
    expect(made.charge(me, null, 1)).toMatchObject({ refused: 'requests', resetSeconds: 30 });
    clock.now += 29_499;
    expect(made.charge(me, null, 1)).toMatchObject({ refused: 'requests', resetSeconds: 1 });
    clock.now += 1;
    const later = new Date(began + clock.now + 60_000);
    expect(made.charge(me, null, 1)).toMatchObject({ refused: null, requestsLeft: 599, resetAt: later });
  });

  it('[RATE5] an event of a subscription takes cost and no request', () => {
    const { made } = allowances();
    const charge = made.charge(person('usr_a', 'tok_one'), null, 4, 0);
    expect(charge).toMatchObject({ refused: null, costLeft: 19_996, requestsLeft: 300 });
  });

  it('[RATE6] the setting multiplies every figure', () => {
    const { made } = allowances(10);
    const { costMax, requestsMax } = made.charge(person('usr_a', 'tok_one'), null, 0);
    expect([costMax, requestsMax]).toEqual([200_000, 3_000]);
  });

  it('[RATE8] memory is bounded: who asked longest ago is forgotten, and strangers push no person out', () => {
    const { made } = allowances();
    const left = (actor: Actor, address: string | null = null) => made.charge(actor, address, 0).requestsLeft;
    const address = (n: number) => `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`;
    left(person('usr_first'));
    for (let n = 0; n <= rateLimits.accountsMax; n++) left(nobody, address(n));
    expect(left(nobody, address(0)), 'forgotten').toBe(5_999);
    expect(left(nobody, address(9_999)), 'remembered').toBe(5_998);
    expect(left(person('usr_first'))).toBe(598);
    for (let n = 0; n < rateLimits.accountsMax; n++) left(person(`usr_${n}`));
    expect(left(person('usr_first')), 'forgotten').toBe(599);
  });

  it('[RATE9] what is heard of it names nobody', () => {
    const { made, told } = allowances();
    made.charge(person('usr_a'), null, 7);
    made.charge(nobody, '192.0.2.1', 20_001);
    expect(told).toEqual([
      ['person', 7],
      ['address', 'cost'],
    ]);
  });
});
