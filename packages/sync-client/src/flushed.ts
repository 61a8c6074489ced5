import type { MapConnection } from './connectMap.ts';

const msMaxDefault = 10_000;

/** Resolves once everything written so far is saved; rejects when refused or after `msMax`. */
export function flushed(map: MapConnection, msMax = msMaxDefault): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => end(new Error(`not saved within ${msMax} ms`)), msMax);
    const stop = map.onStatus(look);
    look();
    function look(): void {
      const { status } = map;
      if (status.kind === 'saved') end(null);
      else if (status.kind === 'refused') end(new Error(`refused with ${status.code}`));
    }
    function end(error: Error | null): void {
      clearTimeout(timer);
      stop();
      if (error === null) resolve();
      else reject(error);
    }
  });
}
