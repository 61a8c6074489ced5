import type { IncomingMessage } from 'node:http';
import type { Express } from 'express';
import { z } from 'zod';
import type { Auth } from '../auth/createAuth.ts';
import { type JsonEndpointParts, type JsonHandler, jsonEndpoint } from '../auth/jsonEndpoint.ts';
import { permit, permitSignedIn } from '../auth/permit.ts';
import { parseInput } from '../errors/parseInput.ts';
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
  /** Writes down who came into a workspace, and how. */
  readonly noteArrival: (
    act: 'setUp' | 'signUp' | 'joinWorkspace',
    userId: string,
    workspaceId: string,
  ) => Promise<void>;
}

const ticketSchema = z.object({ mapId: z.string().min(1).max(64) });

/**
 * Adds sign-in and the JSON endpoints for set-up, invitations and tickets. They read their own bodies: add
 * them before any body parser.
 */
export function createApiRoutes(parts: ApiParts): (app: Express) => void {
  const { auth, setup, invitations, setupOriginOf } = parts;
  const shared: JsonEndpointParts = {
    origins: auth.origins,
    publicUrl: parts.publicUrl,
    report: parts.report,
  };
  const route = (handler: JsonHandler) => jsonEndpoint(shared, handler);

  return (app) => {
    app.all('/api/auth/*splat', auth.nodeHandler);

    app.get(
      '/api/sign-in-methods',
      route(async () => ({ body: { provider: parts.providerName } })),
    );

    app.get(
      '/api/setup',
      route(async ({ message }) => ({ body: await readSetupState(setup, setupOriginOf(message)) })),
    );
    app.post(
      '/api/setup',
      route(async ({ body, message }) => {
        const { userId, workspaceId, mapId, cookies } = await runSetup(setup, setupOriginOf(message), body);
        await parts.noteArrival('setUp', userId, workspaceId);
        return { status: 201, body: { workspaceId, mapId }, cookies };
      }),
    );

    app.get(
      '/api/invitations/:token',
      route(async ({ params }) => ({ body: await previewInvitation(invitations, params.token ?? '') })),
    );
    app.post(
      '/api/invitations/:token/sign-up',
      route(async ({ params, body, headers, message }) => {
        const { userId, workspaceId, cookies } = await signUpByInvitation(
          invitations,
          params.token ?? '',
          body,
          auth.addressOf(message),
        );
        await auth.endFormer(headers);
        await parts.noteArrival('signUp', userId, workspaceId);
        return { status: 201, body: { workspaceId }, cookies };
      }),
    );
    app.post(
      '/api/invitations/:token/accept',
      route(async ({ params, body, headers }) => {
        const actor = await auth.resolveActorFresh(headers);
        const joined = await joinByInvitation(invitations, actor, params.token ?? '', body);
        if (actor.kind === 'member')
          await parts.noteArrival('joinWorkspace', actor.userId, joined.workspaceId);
        return { body: joined };
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
