import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Actor, ResolveActor } from '../../auth/Actor.ts';
import { actorRefOf } from '../../auth/actorRefOf.ts';
import { errorResponse } from '../../auth/errorResponse.ts';
import { sendWebResponse, webHeaders } from '../../auth/nodeRequest.ts';
import { permit } from '../../auth/permit.ts';
import { DomainError } from '../../errors/DomainError.ts';
import { parseInput } from '../../errors/parseInput.ts';
import type { AuditAct } from './AuditEntry.ts';
import type { AuditLog } from './AuditLog.ts';
import { auditFormats } from './auditFormats.ts';

const querySchema = z.object({
  format: z.enum(['csv', 'jsonl']).default('csv'),
  from: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
});

/** Writes down that the log was taken along, or that somebody tried [AUDIT12]. */
async function noteExport(
  audit: AuditLog,
  actor: Actor,
  workspaceId: string,
  more: Partial<Pick<AuditAct, 'refusedAs' | 'facts'>>,
): Promise<void> {
  const isIn = actor.kind === 'member' && actor.memberships.some((each) => each.workspaceId === workspaceId);
  await audit.append({
    workspaceId: isIn ? workspaceId : null,
    actor: actorRefOf(actor),
    act: 'exportAudit',
    refusedAs: null,
    targetId: null,
    facts: {},
    ...more,
  });
}

/** How long a reader may take nothing before the export is given up. */
const stalledMsMax = 30_000;

type Routed = IncomingMessage & { readonly params?: Readonly<Record<string, string | string[]>> };

/** Answers with the whole audit log of a workspace as a file, oldest first, read and sent piece by piece. */
export function auditExport(parts: {
  readonly audit: AuditLog;
  readonly resolveActor: ResolveActor;
  readonly report: (error: unknown, about: string) => void;
}): (request: Routed, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    try {
      const actor = await parts.resolveActor(webHeaders(request));
      const workspaceId = String(request.params?.workspaceId ?? '');
      try {
        permit(actor, 'audit:read', { workspaceId });
      } catch (error) {
        if (error instanceof DomainError && actor.kind === 'member')
          await noteExport(parts.audit, actor, workspaceId, { refusedAs: error.code });
        throw error;
      }
      const { searchParams } = new URL(request.url ?? '/', 'http://unused');
      const { format, from, until } = parseInput(querySchema, Object.fromEntries(searchParams));
      const { type, head, line } = auditFormats[format];
      const entries = parts.audit.oldestFirst(workspaceId, {
        ...(from === undefined ? {} : { from: new Date(from) }),
        ...(until === undefined ? {} : { until: new Date(until) }),
      });
      const span = { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
      // Who takes the log along is told by the log, and by the file that they take.
      await noteExport(parts.audit, actor, workspaceId, { facts: { format, ...span } });
      response.writeHead(200, {
        'content-type': type,
        'content-disposition': `attachment; filename="audit.${format}"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      response.write(head);
      for await (const entry of entries) {
        if (response.destroyed) return;
        if (!response.write(line(entry)))
          await once(response, 'drain', { signal: AbortSignal.timeout(stalledMsMax) });
      }
      response.end();
    } catch (error) {
      // A file that breaks off is better than one that looks whole.
      if (response.headersSent) {
        response.destroy();
        return;
      }
      const known = error instanceof DomainError;
      if (!known) parts.report(error, 'audit export');
      await sendWebResponse(errorResponse(known ? error : new DomainError('INTERNAL')), response);
    }
  };
}
