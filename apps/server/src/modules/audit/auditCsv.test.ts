import { describe, expect, it } from 'vitest';
import { nextEntry } from './AuditEntry.ts';
import { auditCsvHead, auditCsvLine } from './auditCsv.ts';

function lineAbout(targetId: string): string {
  const act = { workspaceId: 'wsp_1', actor: null, act: 'test', refusedAs: null, targetId };
  return auditCsvLine(nextEntry(null, { ...act, facts: { role: 'editor' } }, new Date(0)));
}

describe('the audit log as a file', () => {
  it('[AUDIT6] has as many values as columns, quoted where they hold what separates', () => {
    const line = lineAbout('map_1');
    expect(line.split(',')).toHaveLength(auditCsvHead.split(',').length);
    expect(line).toContain(',test,,map_1,"{""role"":""editor""}",');
    expect(line.endsWith('\r\n')).toBe(true);
    expect(lineAbout('a,"b"')).toContain(',"a,""b""",');
  });

  it.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠x'])(
    '[AUDIT6] lets no spreadsheet run %j',
    (text) => {
      const line = lineAbout(text);
      expect(line.includes(`,'${text},`) || line.includes(`,"'${text}",`)).toBe(true);
    },
  );
});
