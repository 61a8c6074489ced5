import type { Actor } from '../../auth/Actor.ts';
import { permit } from '../../auth/permit.ts';
import type { AuditEntry } from './AuditEntry.ts';
import type { AuditFilter, AuditLog } from './AuditLog.ts';
import { type AuditVerdict, verifyAudit } from './verifyAudit.ts';

/** What reading the audit log takes. */
export interface AuditPorts {
  readonly audit: AuditLog;
}

/** What was done in a workspace, newest first; for those who may read it. */
export async function listAudit(
  { audit }: AuditPorts,
  actor: Actor,
  wanted: {
    readonly workspaceId: string;
    readonly filter: AuditFilter;
    readonly before: number | null;
    readonly limit: number;
  },
): Promise<readonly AuditEntry[]> {
  permit(actor, 'audit:read', { workspaceId: wanted.workspaceId });
  return audit.newest(wanted.workspaceId, wanted.filter, wanted.before, wanted.limit);
}

/** How many entries of a workspace a filter leaves. */
export async function countAudit(
  { audit }: AuditPorts,
  actor: Actor,
  workspaceId: string,
  filter: AuditFilter,
): Promise<number> {
  permit(actor, 'audit:read', { workspaceId });
  return audit.count(workspaceId, filter);
}

/** Whether the log of a workspace still is what was written, and holds the entry whose hash was noted. */
export async function checkAudit(
  { audit }: AuditPorts,
  actor: Actor,
  workspaceId: string,
  known: string | null,
): Promise<AuditVerdict> {
  permit(actor, 'audit:read', { workspaceId });
  return verifyAudit(audit.oldestFirst(workspaceId), known);
}
