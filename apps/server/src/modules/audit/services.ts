import type { GraphqlContext } from '../../graphql/Context.ts';
import type { AuditLog } from './AuditLog.ts';
import type { AuditPorts } from './listAudit.ts';

declare module '../../graphql/Context.ts' {
  interface Services {
    readonly audit: AuditLog;
  }
}

/** What reading the audit log needs, out of a request. */
export function auditPorts({ services }: GraphqlContext): AuditPorts {
  return services;
}
