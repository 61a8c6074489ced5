import type { IncomingMessage } from 'node:http';
import type { Express } from 'express';
import { z } from 'zod';
import { addressGroup } from '../auth/addressGroup.ts';
import type { Auth } from '../auth/createAuth.ts';
import { type JsonEndpointParts, type JsonHandler, jsonEndpoint } from '../auth/jsonEndpoint.ts';
import { permit, permitSignedIn } from '../auth/permit.ts';
import { DomainError } from '../errors/DomainError.ts';
import type { DomainErrorCode } from '../errors/domainErrors.ts';
import { parseInput } from '../errors/parseInput.ts';
import type { ArrivalAct, DoorNotes } from './audit/doorNotes.ts';
import { joinByInvitation, signUpByInvitation } from './invitations/acceptInvitation.ts';
import type { InvitationPorts } from './invitations/InvitationPorts.ts';
import { previewInvitation } from './invitations/openInvitation.ts';
import { readSetupState, runSetup, type SetupOrigin, type SetupPorts } from './setup/runSetup.ts';

/** The workspace of a map; null when there is no such map. */
export type WorkspaceOfMap = (mapId: string) => Promise<string | null>;

/** What the JSON endpoints work with. */
export interface ApiParts extends Pick<JsonEndpointParts, 'publicUrl' | 'report'> {
  readonly auth: Auth;
  /** What people call the provider they may sign in through; null where there is none. */
  readonly providerName: string | null;
  readonly setup: SetupPorts;
  readonly invitations: InvitationPorts;
  readonly workspaceOfMap: WorkspaceOfMap;
  readonly setupOriginOf: (message: IncomingMessage) => SetupOrigin;
  /** Whether people sign in by password as well. */
  readonly passwords: boolean;
  /** Writes down who came into a workspace, and who was turned away. */
  readonly notes: Pick<DoorNotes, 'arrived' | 'turnedAway'>;
}

/** Refusals that say nothing about who tried what: what was merely filled in wrongly, or came too late. */
const harmless: ReadonlySet<DomainErrorCode> = new Set(['INVALID', 'LIMIT', 'UNAVAILABLE', 'INTERNAL']);

const ticketSchema = z.object({ mapId: z.string().min(1).max(64) });

/**
 * Adds sign-in and the JSON endpoints for set-up, invitations and tickets. They read their own bodies: add
 * them before any body parser.
 */
export function createApiRoutes(parts: ApiParts): (app: Express) => void {
  const { auth, setup, invitations, setupOriginOf, notes } = parts;
  const shared: JsonEndpointParts = {
    origins: auth.origins,
    publicUrl: parts.publicUrl,
    report: parts.report,
  };
  const route = (handler: JsonHandler) => jsonEndpoint(shared, handler);
  /** An endpoint that people come in by: whoever is turned away is written down. */
  const door = (act: ArrivalAct, handler: JsonHandler) =>
    route(async (ask) => {
      try {
        return await handler(ask);
      } catch (error) {
        if (error instanceof DomainError && !harmless.has(error.code)) {
          const actor = await auth.resolveActor(ask.headers);
          const userId = actor.kind === 'member' ? actor.userId : null;
          await notes.turnedAway(act, error.code, {
            userId,
            address: addressGroup(auth.addressOf(ask.message)),
          });
        }
        throw error;
      }
    });

  return (app) => {
    app.all('/api/auth/*splat', auth.nodeHandler);

    app.get(
      '/api/sign-in-methods',
      route(async () => ({ body: { provider: parts.providerName, passwords: parts.passwords } })),
    );

    app.get(
      '/api/setup',
      route(async ({ message }) => ({ body: await readSetupState(setup, setupOriginOf(message)) })),
    );
    app.post(
      '/api/setup',
      door('setUp', async ({ body, message }) => {
        const { userId, workspaceId, mapId, cookies } = await runSetup(setup, setupOriginOf(message), body);
        await notes.arrived('setUp', userId, workspaceId);
        return { status: 201, body: { workspaceId, mapId }, cookies };
      }),
    );

    app.get(
      '/api/invitations/:token',
      route(async ({ params }) => ({ body: await previewInvitation(invitations, params.token ?? '') })),
    );
    app.post(
      '/api/invitations/:token/sign-up',
      door('signUp', async ({ params, body, headers, message }) => {
        if (!parts.passwords) throw new DomainError('FORBIDDEN', { messageKey: 'errors.passwordsOff' });
        const { userId, workspaceId, cookies } = await signUpByInvitation(
          invitations,
          params.token ?? '',
          body,
          auth.addressOf(message),
        );
        await auth.endFormer(headers);
        await notes.arrived('signUp', userId, workspaceId);
        return { status: 201, body: { workspaceId }, cookies };
      }),
    );
    app.post(
      '/api/invitations/:token/accept',
      door('joinWorkspace', async ({ params, body, headers }) => {
        const actor = await auth.resolveActorFresh(headers);
        const { workspaceId, isNew } = await joinByInvitation(invitations, actor, params.token ?? '', body);
        if (isNew && actor.kind === 'member') await notes.arrived('joinWorkspace', actor.userId, workspaceId);
        return { body: { workspaceId } };
      }),
    );

    app.post(
      '/api/tickets',
      route(async ({ headers, body }) => {
        const actor = await auth.resolveActorFresh(headers);
        // Rights before the shape of the input: nobody learns from errors what they may not ask.
        permitSignedIn(actor);
        const { mapId } = parseInput(ticketSchema, body);
        const member = permit(actor, 'map:read', { workspaceId: await parts.workspaceOfMap(mapId), mapId });
        return { status: 201, body: await auth.tickets.issue(member, mapId) };
      }),
    );
  };
}
