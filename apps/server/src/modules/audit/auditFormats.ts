import type { AuditEntry } from './AuditEntry.ts';
import { auditCsvHead, auditCsvLine } from './auditCsv.ts';

/** The files that a log is written to: for spreadsheets, and one for programs that can be checked. */
export const auditFormats = {
  csv: { type: 'text/csv; charset=utf-8', head: auditCsvHead, line: auditCsvLine },
  jsonl: {
    type: 'application/jsonl; charset=utf-8',
    head: '',
    line: (entry: AuditEntry) => `${JSON.stringify(entry)}\n`,
  },
} as const;
