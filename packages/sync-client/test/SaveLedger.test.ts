import { describe, expect, it } from 'vitest';
import { SaveLedger } from '../src/SaveLedger.ts';

const step1 = Uint8Array.from([0, 0, 1, 0]);
const step2 = Uint8Array.from([0, 1, 2, 0, 0]);
const update = Uint8Array.from([0, 2, 2, 0, 0]);
const presence = Uint8Array.from([1, 1, 0]);

describe('SaveLedger', () => {
  it('[SYNC20] says saved only when each document message sent is journaled', () => {
    const ledger = new SaveLedger();
    expect(ledger.status()).toEqual({ kind: 'connecting' });
    ledger.opened();
    ledger.sent(step1);
    ledger.synced();
    // Until the server knows what we had, nothing can be said to be saved.
    expect(ledger.status()).toEqual({ kind: 'saving' });
    ledger.sent(step2);
    ledger.sent(presence);
    expect(ledger.status()).toEqual({ kind: 'saving' });
    ledger.journaled(1);
    expect(ledger.status()).toEqual({ kind: 'saved' });
    ledger.sent(update);
    ledger.sent(update);
    ledger.journaled(2);
    expect(ledger.status()).toEqual({ kind: 'saving' });
    ledger.journaled(3);
    expect(ledger.status()).toEqual({ kind: 'saved' });
  });

  it('[SYNC20] counts anew on each connection and covers what was written in between', () => {
    const ledger = new SaveLedger();
    ledger.opened();
    ledger.synced();
    ledger.sent(step2);
    ledger.wrote();
    ledger.sent(update);
    ledger.journaled(1);
    ledger.closed();
    expect(ledger.status()).toEqual({ kind: 'offline', unsaved: true });
    ledger.opened();
    expect(ledger.status()).toEqual({ kind: 'saving' });
    ledger.synced();
    ledger.sent(step2);
    ledger.journaled(1);
    expect(ledger.status()).toEqual({ kind: 'saved' });
    ledger.closed();
    expect(ledger.status()).toEqual({ kind: 'offline', unsaved: false });
    ledger.wrote();
    expect(ledger.status()).toEqual({ kind: 'offline', unsaved: true });
  });

  it('[SYNC20] stays refused until somebody tries again', () => {
    const ledger = new SaveLedger();
    ledger.refused(4403);
    ledger.closed();
    expect(ledger.status()).toEqual({ kind: 'refused', code: 4403 });
    ledger.retried();
    expect(ledger.status()).toEqual({ kind: 'offline', unsaved: false });
  });

  it('[SYNC37] says that there is no room until there is', () => {
    const ledger = new SaveLedger();
    ledger.opened();
    ledger.crowdedOut();
    expect(ledger.status()).toEqual({ kind: 'waiting' });
    ledger.opened();
    ledger.sent(step2);
    ledger.synced();
    ledger.journaled(1);
    expect(ledger.status()).toEqual({ kind: 'saved' });
    ledger.refused(4403);
    ledger.crowdedOut();
    expect(ledger.status()).toEqual({ kind: 'refused', code: 4403 });
  });
});
