import { CloseCode } from '@jejak/protocol';
import { describe, expect, it } from 'vitest';
import { SavedNotice } from './SavedNotice.ts';

const endOfTurn = () => new Promise<void>((resolve) => process.nextTick(resolve));

function setUp() {
  const waiting: { done(seq: number): void; failed(): void }[] = [];
  const said: string[] = [];
  let measured = 0;
  const notice = new SavedNotice({
    room: { whenDurable: (done, failed) => void waiting.push({ done, failed }) },
    outbox: { sendSaved: (count, seq) => void said.push(`${count} at ${seq}`) },
    metrics: {
      acknowledged: (ms) => {
        expect(ms).toBeGreaterThanOrEqual(0);
        measured += 1;
      },
    },
    close: (code, reason) => void said.push(`${code} ${reason}`),
  });
  return { notice, waiting, said, measured: () => measured };
}

describe('SavedNotice', () => {
  it('[SYNC20] waits for the log once for all that came in one read, and says their number when it is journaled', async () => {
    const { notice, waiting, said, measured } = setUp();
    for (const count of [1, 2, 3]) notice.take(count);
    expect(waiting).toHaveLength(0);
    await endOfTurn();
    expect(waiting).toHaveLength(1);
    expect(said).toEqual([]);
    waiting[0]?.done(7);
    expect(said).toEqual(['3 at 7']);
    expect(measured()).toBe(1);
  });

  it('[SYNC20] says of the first read no more than came with it, whatever comes before it is journaled', async () => {
    const { notice, waiting, said } = setUp();
    notice.take(1);
    await endOfTurn();
    notice.take(2);
    waiting[0]?.done(4);
    expect(said).toEqual(['1 at 4']);
    await endOfTurn();
    waiting[1]?.done(5);
    expect(said).toEqual(['1 at 4', '2 at 5']);
  });

  it('[SYNC20] sends the client away when that can no longer be journaled', async () => {
    const { notice, waiting, said } = setUp();
    notice.take(1);
    await endOfTurn();
    waiting[0]?.failed();
    expect(said).toEqual([`${CloseCode.Restart} the room ended`]);
  });
});
