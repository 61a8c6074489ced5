import type { LedgerRecord, MutationLedger } from '../../src/modules/mutations/MutationLedger.ts';

/** A ledger for tests; it lives as long as the object. */
export function memoryMutationLedger(): MutationLedger {
  const records = new Map<string, LedgerRecord>();
  const owned = ({ id, owner }: LedgerRecord): LedgerRecord | null => {
    const record = records.get(id);
    return record?.owner === owner ? record : null;
  };
  return {
    async begin(record, now) {
      const known = records.get(record.id);
      if (known !== undefined && known.expiresAt > now) return known;
      records.set(record.id, record);
      return null;
    },
    find: async (id) => records.get(id) ?? null,
    async takeOver(record, owner, leaseUntil) {
      const known = owned(record);
      if (known === null || known.attempt !== record.attempt || known.result !== null) return false;
      records.set(record.id, { ...known, owner, leaseUntil, attempt: known.attempt + 1 });
      return true;
    },
    async finish(record, result, now) {
      const known = owned(record);
      if (known !== null) records.set(record.id, { ...known, result, leaseUntil: now });
    },
    async forget(record) {
      if (owned(record) !== null) records.delete(record.id);
    },
  };
}
