import type { DBAdapterInstance } from 'better-auth';

/**
 * Puts the time of the database between the sign-in library, which knows only the clock of this machine, and the
 * sessions it keeps: stored they end by the database's time, told they end by this machine's [AUTH14].
 *
 * @param aheadMs how far the clock of this machine is ahead.
 */
export function sessionsByDatabaseTime(adapter: DBAdapterInstance, aheadMs: () => number): DBAdapterInstance {
  const told = <T>(model: string, row: T): T => (model === 'session' ? moved(row, aheadMs()) : row);
  const stored = <T>(model: string, row: T): T => (model === 'session' ? moved(row, -aheadMs()) : row);
  return (options) => {
    const inner = adapter(options);
    return {
      ...inner,
      create: async (given) =>
        told(given.model, await inner.create({ ...given, data: stored(given.model, given.data) })),
      update: async (given) =>
        told(given.model, await inner.update({ ...given, update: stored(given.model, given.update) })),
      findOne: async (given) => told(given.model, await inner.findOne(given)),
    };
  };
}

function moved<T>(row: T, byMs: number): T {
  if (typeof row !== 'object' || row === null || !('expiresAt' in row)) return row;
  const { expiresAt } = row;
  return expiresAt instanceof Date ? { ...row, expiresAt: new Date(expiresAt.getTime() + byMs) } : row;
}
