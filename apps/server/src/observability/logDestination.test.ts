import { closeSync, openSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { createLogger } from './createLogger.ts';
import { logDestination } from './logDestination.ts';

it('[OPS8] a file that takes nothing costs lines and nobody who logs, and what waits for it is bounded', () => {
  // Each write there fails for lack of room.
  const file = openSync('/dev/full', 'w');
  onTestFinished(() => closeSync(file));
  const destination = logDestination(file);
  let lost = 0;
  destination.on('drop', () => {
    lost += 1;
  });
  const log = createLogger({ logLevel: 'info' }, destination);
  for (let n = 0; n < 4_000; n++) log.info({ n, filler: 'x'.repeat(900) }, 'no room');
  // A line has at least 300 bytes, and 1 MiB waits.
  expect(lost).toBeGreaterThan(0);
});
