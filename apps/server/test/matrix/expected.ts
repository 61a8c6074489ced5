import { decide } from '@jejak/access';
import { deniedError } from '../../src/errors/DomainError.ts';
import type { Asker, Ids } from './MatrixBed.ts';
import type { Needs } from './rightsTable.ts';

/** Why somebody is refused, as an answer tells it; null where they are not. */
export interface Refused {
  readonly code: string;
  readonly messageKey: string;
  readonly scope: string | null;
}

/** What `decide` says of an act on what a workspace holds; `ids` are those of no workspace where nothing exists. */
export function refusalOf({ access }: Asker, needs: Needs, ids: Ids | null): Refused | null {
  if (access.kind === 'nobody') return told('UNAUTHENTICATED');
  for (const [action, place] of needs) {
    const [workspaceId, mapId] = [ids?.workspaceId ?? null, ids?.mapId ?? null];
    const resource = place === 'self' ? 'self' : place === 'map' ? { workspaceId, mapId } : { workspaceId };
    const decision = decide(access, action, resource);
    if (!decision.allowed) return told(decision);
  }
  return null;
}

function told(denial: Parameters<typeof deniedError>[0]): Refused {
  const { code, messageKey, scope } = deniedError(denial);
  return { code, messageKey, scope };
}

type Facts = Readonly<Record<string, unknown>>;

function facts(value: unknown): Facts {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** The refusal in an answer: a failure of the mutation, or the first of `errors`; null where it has neither. */
export function refusalIn(text: string, mutation?: string): Refused | null {
  const { data, errors } = facts(JSON.parse(text));
  const [first] = Array.isArray(errors) ? errors : [];
  const failure = first === undefined ? facts(facts(data)[mutation ?? '']) : facts(first.extensions);
  const { code, messageKey, scope = null } = failure;
  if (typeof code !== 'string') return null;
  return { code, messageKey: String(messageKey), scope: scope === null ? null : String(scope) };
}
