import type { AuditAct, AuditEntry } from './AuditEntry.ts';

/** Which entries are wanted; what is left out does not matter. */
export interface AuditFilter {
  readonly acts?: readonly string[];
  readonly userId?: string;
  readonly refused?: boolean;
  /** From this moment on. */
  readonly from?: Date;
  /** Up to this moment. */
  readonly until?: Date;
}

/** Keeps what was done. There is no way to change or remove an entry. */
export interface AuditLog {
  /**
   * Resolves once the entry is journaled behind all that came before it in its chain. One deed is one entry: given the
   * same `deed` again, the entry that is there already is answered [AUDIT9].
   */
  append(act: AuditAct, deed?: string | null): Promise<AuditEntry>;
  /** Entries below `before` (null: from the newest), newest first. */
  newest(
    workspaceId: string | null,
    filter: AuditFilter,
    before: number | null,
    limit: number,
  ): Promise<readonly AuditEntry[]>;
  count(workspaceId: string | null, filter: AuditFilter): Promise<number>;
  /** The workspaces that have a chain, in order; null for that of the installation. */
  chains(): Promise<readonly (string | null)[]>;
  /** All entries in order; read piece by piece. */
  oldestFirst(workspaceId: string | null, filter?: AuditFilter): AsyncIterable<AuditEntry>;
}
