import { actorRefOf } from '../../auth/actorRefOf.ts';
import type { GraphqlContext } from '../../graphql/Context.ts';
import type { NotedAct } from '../../graphql/noted.ts';
import type { AuditAct, AuditFact } from './AuditEntry.ts';
import type { AuditLog } from './AuditLog.ts';

/** What of an input is written down: ids, roles, counts. Names, titles and texts stay out [AUDIT3]. */
const factNames = [
  'role',
  'team',
  'locale',
  'type',
  'template',
  'expiresInDays',
  'usesMax',
  'scopes',
  'mapIds',
  'userId',
  'invitationId',
  'tokenId',
  'webhookId',
  'mapId',
] as const;

/** What an act is about, the nearest first. */
const targetNames = [
  'userId',
  'invitationId',
  'tokenId',
  'webhookId',
  'cardId',
  'mapId',
  'workspaceId',
] as const;
const recordNames = ['invitation', 'token', 'webhook', 'map', 'workspace'] as const;
/** What an id of ours may look like: whatever else was tried as one is not repeated here. */
const idPattern = /^[\w:-]{1,64}$/;
const factPattern = /^[\w:. -]{0,256}$/;

/** Where acts are written to, and how the workspace of a map is found. */
export interface NotingPorts {
  readonly audit: AuditLog;
  readonly workspaceOfMap: (mapId: string) => Promise<string | null>;
}

/** Writes mutations down: in the log of the workspace for its people, else in that of the installation. */
export function createNoteAct(ports: NotingPorts): (context: GraphqlContext, act: NotedAct) => Promise<void> {
  return async ({ actor }, { act, input, payload, refusedAs, deed }) => {
    const given = textsOf(input);
    const made = madeBy(payload);
    const about =
      given.workspaceId ??
      made.workspace?.id ??
      made.map?.workspaceId ??
      (given.mapId === undefined ? null : await ports.workspaceOfMap(given.mapId)) ??
      made.invitation?.workspaceId ??
      made.token?.workspaceId ??
      made.webhook?.workspaceId ??
      made.delivery?.workspaceId ??
      null;
    // Who has no part in a workspace writes nothing into its log, whatever they tried [AUDIT4].
    const isIn =
      actor.kind === 'member' && actor.memberships.some(({ workspaceId }) => workspaceId === about);
    const began = act === 'createWorkspace' && refusedAs === null;
    const target = recordNames.map((name) => made[name]?.id).find((id) => id !== undefined);
    const entry: AuditAct = {
      workspaceId: isIn || began ? about : null,
      actor: actorRefOf(actor),
      act,
      refusedAs,
      targetId: target ?? targetNames.map((name) => given[name]).find((id) => id !== undefined) ?? null,
      facts: factsOf(input),
    };
    await ports.audit.append(entry, deed);
  };
}

function textsOf(value: object): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(value).filter(([, inner]) => typeof inner === 'string' && idPattern.test(inner)),
  );
}

function madeBy(
  payload: object | null,
): Readonly<Record<string, Readonly<Record<string, string | undefined>>>> {
  const records: [string, Readonly<Record<string, string | undefined>>][] = Object.entries(
    payload ?? {},
  ).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value !== 'object' || value === null) return [];
    // The handle of a map keeps its workspace with its record.
    const record = 'record' in value && typeof value.record === 'object' ? value.record : null;
    return [[name, { ...textsOf(record ?? {}), ...textsOf(value) }]];
  });
  return Object.fromEntries(records);
}

function factsOf(input: object): Readonly<Record<string, AuditFact>> {
  const facts: Record<string, AuditFact> = {};
  for (const [name, value] of Object.entries(input)) {
    if (!factNames.some((known) => known === name)) continue;
    const fact: unknown = Array.isArray(value) ? value.map(String).join(' ') : value;
    if (typeof fact === 'number' || typeof fact === 'boolean') facts[name] = fact;
    else if (typeof fact === 'string' && factPattern.test(fact)) facts[name] = fact;
  }
  return facts;
}
