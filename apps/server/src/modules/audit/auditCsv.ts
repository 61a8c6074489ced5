import type { AuditEntry } from './AuditEntry.ts';

/** The columns of the export, in order. */
const columns = [
  'n',
  'at',
  'actorKind',
  'userId',
  'tokenId',
  'act',
  'refusedAs',
  'targetId',
  'facts',
  'previousHash',
  'hash',
] as const;

/** The first line of the export. */
export const auditCsvHead = `${columns.join(',')}\r\n`;

/** An entry as a line of a file that spreadsheets read (RFC 4180). */
export function auditCsvLine(entry: AuditEntry): string {
  const { n, at, actor, act, refusedAs, targetId, facts, previousHash, hash } = entry;
  const values = [
    String(n),
    at.toISOString(),
    actor?.kind ?? '',
    actor?.userId ?? '',
    actor?.tokenId ?? '',
    act,
    refusedAs ?? '',
    targetId ?? '',
    Object.keys(facts).length === 0 ? '' : JSON.stringify(facts),
    previousHash,
    hash,
  ];
  return `${values.map(quoted).join(',')}\r\n`;
}

/** A spreadsheet runs what begins like a formula: such a value gets a quote in front. */
function quoted(value: string): string {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
