import type { IncomingMessage } from 'node:http';
import { decide } from '@jejak/access';
import { CloseCode } from '@jejak/protocol';
import type { Authorise } from '../sync/Authorise.ts';
import type { Actor } from './Actor.ts';
import { bearerOf } from './bearerOf.ts';
import type { Auth } from './createAuth.ts';
import { FreshLookups } from './FreshLookups.ts';
import { webHeaders } from './nodeRequest.ts';

/** Judges who may open a socket to a map, by token, one-use ticket or session cookie, with rights as stored this moment. */
export function createAuthorise(parts: {
  readonly auth: Pick<Auth, 'resolveActorFresh' | 'tickets'>;
  readonly workspaceOfMap: (mapId: string) => Promise<string | null>;
}): Authorise {
  const { auth } = parts;
  const workspaces = new FreshLookups<string | null>();
  const workspaceOfMap = (mapId: string) => workspaces.look(mapId, () => parts.workspaceOfMap(mapId));
  const actorOf = (request: IncomingMessage, mapId: string): Promise<Actor> => {
    const headers = webHeaders(request);
    const ticket = new URL(request.url ?? '/', 'http://unused').searchParams.get('ticket');
    return ticket === null || bearerOf(headers) !== null
      ? auth.resolveActorFresh(headers)
      : auth.tickets.consume(ticket, mapId);
  };
  return async (request, mapId) => {
    const [actor, workspaceId] = await Promise.all([actorOf(request, mapId), workspaceOfMap(mapId)]);
    if (actor.kind === 'nobody') return { ok: false, code: CloseCode.SignIn };
    const reading = decide(actor, 'map:read', { workspaceId, mapId });
    if (!reading.allowed || workspaceId === null) {
      const forbidden = !reading.allowed && reading.reason === 'FORBIDDEN';
      return { ok: false, code: forbidden ? CloseCode.Forbidden : CloseCode.NotFound };
    }
    const { userId, sessionId, token, name, memberships } = actor;
    const team = memberships.find((membership) => membership.workspaceId === workspaceId)?.team ?? 'OTHER';
    return {
      ok: true,
      user: { id: userId, name, team },
      userId,
      sessionId,
      tokenId: token?.tokenId ?? null,
      workspaceId,
      canWrite: {
        structure: decide(actor, 'map:editStructure', { workspaceId, mapId }).allowed,
        content: decide(actor, 'map:editContent', { workspaceId, mapId }).allowed,
      },
    };
  };
}
