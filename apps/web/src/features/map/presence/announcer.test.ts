import { describe, expect, it } from 'vitest';
import { announceEveryMs, createAnnouncer } from './announcer.ts';

/** A clock one turns by hand. */
function handClock() {
  let now = 0;
  const timers = new Map<number, { at: number; run: () => void }>();
  let next = 1;
  return {
    now: () => now,
    setTimeout(run: () => void, ms: number) {
      timers.set(next, { at: now + ms, run });
      return next++;
    },
    clearTimeout(timer: unknown) {
      if (typeof timer === 'number') timers.delete(timer);
    },
    advance(ms: number) {
      now += ms;
      for (const [id, timer] of [...timers]) {
        if (timer.at > now) continue;
        timers.delete(id);
        timer.run();
      }
    },
  };
}

describe('createAnnouncer', () => {
  it('[SAY1] under 160 edits a second others are heard at most once in five seconds, and all are counted', () => {
    const clock = handClock();
    const said: { at: number; text: string }[] = [];
    const announcer = createAnnouncer((text) => said.push({ at: clock.now(), text }), String, clock);
    for (let tick = 0; tick < 20_000; tick += 100) {
      announcer.note(16);
      clock.advance(100);
    }
    clock.advance(announceEveryMs);
    said.reduce((before, current) => {
      expect(current.at - before.at).toBeGreaterThanOrEqual(announceEveryMs);
      return current;
    });
    expect(said.reduce((sum, entry) => sum + Number(entry.text), 0)).toBe(3200);
  });

  it('[SAY1] what one did oneself is said at once', () => {
    const clock = handClock();
    const said: string[] = [];
    const announcer = createAnnouncer((text) => said.push(text), String, clock);
    announcer.note(1);
    announcer.say('Put back.');
    expect(said).toEqual(['Put back.']);
    announcer.destroy();
    clock.advance(60_000);
    expect(said).toEqual(['Put back.']);
  });
});
