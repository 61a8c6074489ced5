import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Turns } from './Turns.ts';

describe('turns at a document', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const make = (random = 0.5) => {
    const told: number[] = [];
    const turns = new Turns({ now: Date.now, random: () => random }, (holdMs) => told.push(holdMs));
    return { turns, told };
  };

  it('[NODE13] alone a node appends at once', () => {
    const { turns } = make();
    for (let n = 0; n < 3; n++) {
      expect(turns.waitMs).toBe(0);
      turns.won();
    }
  });

  it('[NODE13] who lost a number goes on at once; who won it hears of that and lets others go first', () => {
    const [loser, winner] = [make(), make()];
    winner.turns.won();
    loser.turns.lost();
    loser.turns.othersWent();
    expect(loser.turns.waitMs).toBe(0);
    expect(loser.told).toEqual([20]);
    winner.turns.heard(20);
    winner.turns.won();
    expect(winner.turns.waitMs).toBe(20);
    winner.turns.othersWent();
    expect(winner.turns.waitMs).toBe(0);
  });

  it('[NODE13] each further conflict doubles the wait, up to 200 ms; who loses again waits a random part', () => {
    const { turns, told } = make(0.25);
    for (let n = 0; n < 6; n++) turns.lost();
    expect(told).toEqual([20, 40, 80, 160, 200, 200]);
    expect(turns.waitMs).toBe(50);
    // It is not this node's turn because another one came in between.
    turns.othersWent();
    expect(turns.waitMs).toBe(50);
  });

  it('[NODE13] where nobody comes the wait is over, and the next is half as long', async () => {
    const { turns } = make();
    turns.heard(40);
    turns.won();
    const passed = turns.pass();
    await vi.advanceTimersByTimeAsync(40);
    await passed;
    expect(turns.waitMs).toBe(0);
    turns.won();
    expect(turns.waitMs).toBe(20);
  });

  it('[NODE13] whatever else is to be done ends the wait, which goes on afterwards', async () => {
    const { turns } = make();
    turns.heard(40);
    turns.won();
    const passed = turns.pass();
    await vi.advanceTimersByTimeAsync(10);
    turns.interrupt();
    await passed;
    expect(turns.waitMs).toBe(30);
  });

  it('[NODE13] a second after the others were last heard of a node is alone again', () => {
    const { turns } = make();
    turns.heard(40);
    vi.setSystemTime(Date.now() + 1_001);
    turns.won();
    expect(turns.waitMs).toBe(0);
  });
});
