import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/** Counts how often this process hashes a password, until it stops: work that a busy machine does not stretch. */
export function watchHashes(): { count(): number; stop(): void } {
  const real = crypto.scrypt;
  let hashed = 0;
  const counted = (...given: unknown[]): unknown => {
    hashed += 1;
    return Reflect.apply(real, crypto, given);
  };
  Object.assign(crypto, { scrypt: counted });
  // Whoever imported it by its name gets the same one.
  syncBuiltinESMExports();
  return {
    count: () => hashed,
    stop() {
      Object.assign(crypto, { scrypt: real });
      syncBuiltinESMExports();
    },
  };
}
