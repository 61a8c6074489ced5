import type { TokenScope } from '@jejak/access';

/** Under which key the words for a scope stand. */
export const scopeKeys = {
  'maps:read': 'mapsRead',
  'maps:write': 'mapsWrite',
  'events:read': 'eventsRead',
  'members:read': 'membersRead',
  'members:write': 'membersWrite',
  'webhooks:write': 'webhooksWrite',
  'account:read': 'accountRead',
  'audit:read': 'auditRead',
} as const satisfies Record<TokenScope, string>;
