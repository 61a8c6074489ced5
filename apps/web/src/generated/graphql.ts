/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** How somebody acts. */
export type ActorKind =
  /** A program. */
  | 'API'
  /** A guest by a link. */
  | 'GUEST'
  /** A person in the interface. */
  | 'USER';

/** Which entries are wanted; what is left out does not matter. */
export type AuditFilterInput = {
  /** Only what this person did, or programs of theirs. */
  actorId?: string | null | undefined;
  /** Only these acts, up to 50. */
  acts?: Array<string> | null | undefined;
  /** From this moment on. */
  earliestAt?: string | null | undefined;
  /** Only what was refused, or only what was done. */
  isRefused?: boolean | null | undefined;
  /** Up to this moment. */
  latestAt?: string | null | undefined;
};

/** What a card says. */
export type CardKind =
  /** What the customer does. */
  | 'ACTION'
  /** What the customer could do instead. */
  | 'ALTERNATIVE'
  /** What staff do out of sight. */
  | 'BACKSTAGE'
  /** By which channel they meet. */
  | 'CHANNEL'
  /** What the customer sees and holds as proof of the service. */
  | 'EVIDENCE'
  /** What staff do in sight of the customer. */
  | 'FRONTSTAGE'
  /** What goes well for the customer. */
  | 'GAIN'
  /** What or who sways the customer. */
  | 'INFLUENCE'
  /** What drives the customer. */
  | 'MOTIVATION'
  /** Anything else. */
  | 'NOTE'
  /** What could be better. */
  | 'OPPORTUNITY'
  /** What goes wrong for the customer; may have a `cause`. */
  | 'PAIN_POINT'
  /** Who takes part, and as what. */
  | 'PARTICIPANT_ROLE'
  /** What is asked and not answered; open until it is `resolved`. */
  | 'QUESTION'
  /** What the step needs. */
  | 'RESOURCE'
  /** A process or system that supports the staff. */
  | 'SUPPORT'
  /** Where the customer meets the company. */
  | 'TOUCHPOINT';

/** A channel between company and customer. */
export type ChannelKey =
  /** Channel: advertising. */
  | 'ADVERTISING'
  /** Channel: blog. */
  | 'BLOG'
  /** Channel: brochure. */
  | 'BROCHURE'
  /** Channel: direct selling. */
  | 'DIRECT_SELLING'
  /** Channel: email. */
  | 'EMAIL'
  /** Channel: event. */
  | 'EVENT'
  /** Channel: marketplace. */
  | 'MARKETPLACE'
  /** Channel: messaging. */
  | 'MESSAGING'
  /** Channel: mobile app. */
  | 'MOBILE_APP'
  /** Channel: online shop. */
  | 'ONLINE_SHOP'
  /** Channel: other. */
  | 'OTHER'
  /** Channel: paid media. */
  | 'PAID_MEDIA'
  /** Channel: portal. */
  | 'PORTAL'
  /** Channel: radio. */
  | 'RADIO'
  /** Channel: service chat. */
  | 'SERVICE_CHAT'
  /** Channel: sms. */
  | 'SMS'
  /** Channel: social media. */
  | 'SOCIAL_MEDIA'
  /** Channel: tv. */
  | 'TV'
  /** Channel: web. */
  | 'WEB';

/** An entry of the palette; the shade itself depends on the theme. */
export type Colour =
  /** The palette entry amber. */
  | 'AMBER'
  /** The palette entry blue. */
  | 'BLUE'
  /** The palette entry coral. */
  | 'CORAL'
  /** The palette entry olive. */
  | 'OLIVE'
  /** The palette entry rose. */
  | 'ROSE'
  /** The palette entry slate. */
  | 'SLATE'
  /** The palette entry teal. */
  | 'TEAL'
  /** The palette entry violet. */
  | 'VIOLET';

/** What the link gives, how long and how often. */
export type CreateInvitationInput = {
  /** 1 to 30; 7 unless given. */
  expiresInDays?: number | null | undefined;
  /** The role; at most your own, never OWNER. */
  role: Role;
  /** How many people may join by it, 1 to 500; 25 unless given. */
  usesMax?: number | null | undefined;
  /** Id of the workspace. */
  workspaceId: string;
};

/** The new map. */
export type CreateMapInput = {
  /** Made up by you, 1 to 128 characters: however often a call with it is sent within 24 hours, it is done once, and the first result is answered. */
  clientMutationId?: string | null | undefined;
  /** The language of the title; yours unless told. */
  locale?: Locale | null | undefined;
  /** What it begins as. */
  template: MapTemplateKey;
  /** Its title, in the language of `locale`. */
  title: string;
  /** What it describes; `CURRENT_STATE` unless told. */
  type?: MapType | null | undefined;
  /** The workspace it will belong to. */
  workspaceId: string;
};

/** What the token may do, where, and how long. */
export type CreatePersonalTokenInput = {
  /** 1 to 365; 90 unless given. */
  expiresInDays?: number | null | undefined;
  /** The only maps it is for, up to 50 of one workspace; all unless given. */
  mapIds?: Array<string> | null | undefined;
  /** What it is for, up to 80 characters. */
  name: string;
  /** What it may do, at most what you may at that moment: `maps:read`, `maps:write`, `events:read`, `members:read`, `members:write`, `webhooks:write`, `account:read`, `audit:read`. */
  scopes: Array<string>;
  /** The only workspace it is for; all of yours unless given. */
  workspaceId?: string | null | undefined;
};

/** A workspace to begin. */
export type CreateWorkspaceInput = {
  /** Made up by you, 1 to 128 characters: however often a call with it is sent within 24 hours, it is done once, and the first result is answered. */
  clientMutationId?: string | null | undefined;
  /** Its name, up to 80 characters. */
  name: string;
  /** Your team in it. */
  team: TeamKind;
};

/** What the token is and may do in the workspace, and how long. */
export type CreateWorkspaceTokenInput = {
  /** 1 to 365; 90 unless given. */
  expiresInDays?: number | null | undefined;
  /** The only maps it is for, up to 50; all unless given. */
  mapIds?: Array<string> | null | undefined;
  /** What it is for, up to 80 characters. */
  name: string;
  /** What it is in the workspace; at most what you are, never OWNER. */
  role: Role;
  /** What it may do, at most what its role may: `maps:read`, `maps:write`, `events:read`, `members:read`, `members:write`, `webhooks:write`, `audit:read`. */
  scopes: Array<string>;
  /** Id of the workspace. */
  workspaceId: string;
};

/** Which map to delete. */
export type DeleteMapInput = {
  /** Made up by you, 1 to 128 characters: however often a call with it is sent within 24 hours, it is done once, and the first result is answered. */
  clientMutationId?: string | null | undefined;
  /** The map. */
  mapId: string;
};

/** A Mermaid journey to become a map. */
export type ImportMermaidInput = {
  /** Made up by you, 1 to 128 characters: however often a call with it is sent within 24 hours, it is done once, and the first result is answered. */
  clientMutationId?: string | null | undefined;
  /** The language the file is written in; yours unless told. */
  locale?: Locale | null | undefined;
  /** The file. */
  text: string;
  /** The title where the file has none. */
  title?: string | null | undefined;
  /** What the map describes; `CURRENT_STATE` unless told. */
  type?: MapType | null | undefined;
  /** The workspace the map will belong to. */
  workspaceId: string;
};

/** What a lane is for. */
export type LaneKind =
  /** What the customer does. */
  | 'ACTION'
  /** What staff do out of sight. */
  | 'BACKSTAGE'
  /** By which channel they meet. */
  | 'CHANNEL'
  /** Whatever its name says. */
  | 'CUSTOM'
  /** How each persona feels: a curve, which holds no cards. */
  | 'EMOTION'
  /** What the customer sees and holds as proof of the service. */
  | 'EVIDENCE'
  /** What staff do in sight of the customer. */
  | 'FRONTSTAGE'
  /** What drives the customer. */
  | 'MOTIVATION'
  /** What could be better. */
  | 'OPPORTUNITY'
  /** What goes wrong for the customer. */
  | 'PAIN_POINT'
  /** What the customer asks themselves, and what nobody knows yet. */
  | 'QUESTION'
  /** What the step needs: people, money, tools. */
  | 'RESOURCE'
  /** Processes and systems that support the staff. */
  | 'SUPPORT'
  /** Where the customer meets the company. */
  | 'TOUCHPOINT';

/** A language that texts are written in. */
export type Locale =
  /** English. */
  | 'EN'
  /** Indonesian. */
  | 'ID';

/** What a new map can begin as. */
export type MapTemplateKey =
  /** No stages. */
  | 'BLANK'
  /** Five stages, from awareness to advocacy. */
  | 'DIGITAL'
  /** Three stages, for buying in a shop. */
  | 'OFFLINE';

/** What a map describes. */
export type MapType =
  /** How the journey is today. */
  | 'CURRENT_STATE'
  /** A day in the customer's life, beyond the product. */
  | 'DAY_IN_LIFE'
  /** How the journey shall be. */
  | 'FUTURE_STATE'
  /** The journey with the work in front of and behind the line of visibility. */
  | 'SERVICE_BLUEPRINT';

/** What a pain point comes from. */
export type PainCause =
  /** Cause: other. */
  | 'OTHER'
  /** Cause: price. */
  | 'PRICE'
  /** Cause: process. */
  | 'PROCESS';

/** Where a stage stands to the purchase. */
export type PurchasePosition =
  /** After the purchase. */
  | 'POST_PURCHASE'
  /** Before the purchase. */
  | 'PRE_PURCHASE'
  /** The purchase itself. */
  | 'PURCHASE';

/** Whom to remove from where. */
export type RemoveMemberInput = {
  /** Made up by you, 1 to 128 characters: however often a call with it is sent within 24 hours, it is done once, and the first result is answered. */
  clientMutationId?: string | null | undefined;
  /** The member. */
  userId: string;
  /** Id of the workspace. */
  workspaceId: string;
};

/** Which link. */
export type RevokeInvitationInput = {
  /** Made up by you, 1 to 128 characters: however often a call with it is sent within 24 hours, it is done once, and the first result is answered. */
  clientMutationId?: string | null | undefined;
  /** Id of the invitation. */
  invitationId: string;
  /** Id of the workspace. */
  workspaceId: string;
};

/** Which token. */
export type RevokeTokenInput = {
  /** Id of a token of yours, or of a workspace whose tokens you manage. */
  tokenId: string;
};

/** What somebody is in a workspace. Ask `viewerCan` for what you may do instead of inferring it. */
export type Role =
  /** Edits, invites, manages members, deletes maps. */
  | 'ADMIN'
  /** Reads; comments where commenting is offered. */
  | 'COMMENTER'
  /** Makes and edits maps. */
  | 'EDITOR'
  /** Everything, and says who else is an owner. */
  | 'OWNER'
  /** Reads. */
  | 'VIEWER';

/** Whose role, and which. */
export type SetMemberRoleInput = {
  /** Made up by you, 1 to 128 characters: however often a call with it is sent within 24 hours, it is done once, and the first result is answered. */
  clientMutationId?: string | null | undefined;
  /** The new role. */
  role: Role;
  /** The member. */
  userId: string;
  /** Id of the workspace. */
  workspaceId: string;
};

/** The language. */
export type SetViewerLocaleInput = {
  /** Made up by you, 1 to 128 characters: however often a call with it is sent within 24 hours, it is done once, and the first result is answered. */
  clientMutationId?: string | null | undefined;
  /** The language. */
  locale: Locale;
};

/** A team of the organisation. */
export type TeamKind =
  /** Team: marketing. */
  | 'MARKETING'
  /** Team: other. */
  | 'OTHER'
  /** Team: product. */
  | 'PRODUCT'
  /** Team: sales. */
  | 'SALES'
  /** Team: service. */
  | 'SERVICE';

export type SetViewerLocaleMutationVariables = Exact<{
  input: SetViewerLocaleInput;
}>;


export type SetViewerLocaleMutation = { setViewerLocale:
    | { __typename: 'ForbiddenError' }
    | { __typename: 'IdempotencyMismatchError' }
    | { __typename: 'InProgressError' }
    | { __typename: 'InvalidInputError' }
    | { __typename: 'NotFoundError' }
    | { __typename: 'SetViewerLocalePayload' }
   };

export type ActivityQueryVariables = Exact<{
  workspaceId: string;
  first: number;
  after?: string | null | undefined;
  filter?: AuditFilterInput | null | undefined;
}>;


export type ActivityQuery = { workspace: { auditLog: { nodes: Array<{ sequence: number, occurredAt: string, act: string, refusedAs: string | null, targetId: string | null, actor: { kind: ActorKind, userId: string, name: string | null } | null, facts: Array<{ name: string, value: string }> }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } }, members: { nodes: Array<{ userId: string, name: string }> } } | null };

export type ActivityVerdictQueryVariables = Exact<{
  workspaceId: string;
}>;


export type ActivityVerdictQuery = { workspace: { auditVerdict: { intactCount: number, headHash: string, brokenSequence: number | null } } | null };

export type MapPageDataQueryVariables = Exact<{
  id: string;
}>;


export type MapPageDataQuery = { journeyMap: { id: string, workspaceId: string, type: MapType, title: { en: string, id: string }, charter: { why: { en: string, id: string }, goals: { en: string, id: string }, about: { en: string, id: string }, experience: { en: string, id: string } }, viewerCan: { editContent: boolean, editStructure: boolean }, stages: Array<{ id: string, key: string | null, position: PurchasePosition | null, colour: Colour | null, name: { en: string, id: string }, purpose: { en: string, id: string }, brandGoal: { en: string, id: string }, steps: Array<{ id: string, stageId: string, colour: Colour | null, name: { en: string, id: string }, advanceAct: { en: string, id: string }, exitAct: { en: string, id: string } }> }>, currentStateMap: { id: string, title: { en: string, id: string } } | null, lanes: Array<{ id: string, kind: LaneKind, colour: Colour | null, name: { en: string, id: string } }>, personas: Array<{ id: string, name: { en: string, id: string }, description: { en: string, id: string } }>, cards: { nodes: Array<{ id: string, kind: CardKind, columnId: string, laneId: string, rank: string, team: TeamKind | null, tags: Array<string>, channel: ChannelKey | null, cause: PainCause | null, resolved: boolean, text: { en: string, id: string } }> }, emotions: Array<{ stepId: string, personaId: string, score: number | null, word: { en: string, id: string } }>, unplaced: { cards: { nodes: Array<{ id: string, kind: CardKind, columnId: string, laneId: string, rank: string, team: TeamKind | null, tags: Array<string>, channel: ChannelKey | null, cause: PainCause | null, resolved: boolean, text: { en: string, id: string } }> }, steps: Array<{ id: string, stageId: string, colour: Colour | null, name: { en: string, id: string }, advanceAct: { en: string, id: string }, exitAct: { en: string, id: string } }> } } };

export type BothTextsFragment = { en: string, id: string };

export type CardDataFragment = { id: string, kind: CardKind, columnId: string, laneId: string, rank: string, team: TeamKind | null, tags: Array<string>, channel: ChannelKey | null, cause: PainCause | null, resolved: boolean, text: { en: string, id: string } };

export type LinkedMapQueryVariables = Exact<{
  id: string;
}>;


export type LinkedMapQuery = { journeyMap: { id: string, workspaceId: string, title: { en: string, id: string } } };

export type CurrentStateMapsQueryVariables = Exact<{
  workspaceId: string;
  search?: string | null | undefined;
  first: number;
}>;


export type CurrentStateMapsQuery = { workspace: { maps: { pageInfo: { hasNextPage: boolean }, edges: Array<{ node: { id: string, type: MapType, title: { en: string, id: string } } }> } } | null };

export type TokenFieldsFragment = { id: string, name: string, prefix: string, scopes: Array<string>, role: Role | null, workspaceId: string | null, mapIds: Array<string> | null, createdById: string, createdAt: string, expiresAt: string, lastUsedAt: string | null };

export type PersonalTokensQueryVariables = Exact<{ [key: string]: never; }>;


export type PersonalTokensQuery = { viewer: { tokens: { nodes: Array<{ id: string, name: string, prefix: string, scopes: Array<string>, role: Role | null, workspaceId: string | null, mapIds: Array<string> | null, createdById: string, createdAt: string, expiresAt: string, lastUsedAt: string | null }> } } | null };

export type WorkspaceTokensQueryVariables = Exact<{
  workspaceId: string;
}>;


export type WorkspaceTokensQuery = { workspace: { tokens: { nodes: Array<{ id: string, name: string, prefix: string, scopes: Array<string>, role: Role | null, workspaceId: string | null, mapIds: Array<string> | null, createdById: string, createdAt: string, expiresAt: string, lastUsedAt: string | null }> }, members: { nodes: Array<{ userId: string, name: string }> } } | null };

export type TokenMapTitlesQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type TokenMapTitlesQuery = { nodes: Array<
    | { __typename: 'Card' }
    | { __typename: 'JourneyMap', id: string, title: { en: string, id: string } }
    | { __typename: 'Lane' }
    | { __typename: 'Persona' }
    | { __typename: 'Stage' }
    | { __typename: 'Step' }
    | { __typename: 'Workspace' }
   | null> };

export type TokenMapsQueryVariables = Exact<{
  workspaceId: string;
}>;


export type TokenMapsQuery = { workspace: { maps: { nodes: Array<{ id: string, title: { en: string, id: string } }> } } | null };

export type CreatePersonalTokenMutationVariables = Exact<{
  input: CreatePersonalTokenInput;
}>;


export type CreatePersonalTokenMutation = { createPersonalToken:
    | { __typename: 'CreatePersonalTokenPayload', secret: string, token: { id: string, name: string, prefix: string, scopes: Array<string>, role: Role | null, workspaceId: string | null, mapIds: Array<string> | null, createdById: string, createdAt: string, expiresAt: string, lastUsedAt: string | null } }
    | { __typename: 'ForbiddenError', code: string, messageKey: string, field: string | null }
    | { __typename: 'InvalidInputError', code: string, messageKey: string, field: string | null }
    | { __typename: 'LimitError', code: string, messageKey: string, field: string | null }
    | { __typename: 'NotFoundError', code: string, messageKey: string, field: string | null }
   };

export type CreateWorkspaceTokenMutationVariables = Exact<{
  input: CreateWorkspaceTokenInput;
}>;


export type CreateWorkspaceTokenMutation = { createWorkspaceToken:
    | { __typename: 'CreateWorkspaceTokenPayload', secret: string, token: { id: string, name: string, prefix: string, scopes: Array<string>, role: Role | null, workspaceId: string | null, mapIds: Array<string> | null, createdById: string, createdAt: string, expiresAt: string, lastUsedAt: string | null } }
    | { __typename: 'ForbiddenError', code: string, messageKey: string, field: string | null }
    | { __typename: 'InvalidInputError', code: string, messageKey: string, field: string | null }
    | { __typename: 'LimitError', code: string, messageKey: string, field: string | null }
    | { __typename: 'NotFoundError', code: string, messageKey: string, field: string | null }
   };

export type RevokeTokenMutationVariables = Exact<{
  input: RevokeTokenInput;
}>;


export type RevokeTokenMutation = { revokeToken:
    | { __typename: 'ForbiddenError', code: string, messageKey: string, field: string | null }
    | { __typename: 'InvalidInputError', code: string, messageKey: string, field: string | null }
    | { __typename: 'NotFoundError', code: string, messageKey: string, field: string | null }
    | { __typename: 'RevokeTokenPayload' }
   };

export type CreateMapMutationVariables = Exact<{
  input: CreateMapInput;
}>;


export type CreateMapMutation = { createMap:
    | { __typename: 'CreateMapPayload', map: { id: string } }
    | { __typename: 'ForbiddenError', code: string, messageKey: string, field: string | null }
    | { __typename: 'IdempotencyMismatchError', code: string, messageKey: string, field: string | null }
    | { __typename: 'InProgressError', code: string, messageKey: string, field: string | null }
    | { __typename: 'InvalidInputError', code: string, messageKey: string, field: string | null }
    | { __typename: 'NotFoundError', code: string, messageKey: string, field: string | null }
   };

export type CreateWorkspaceMutationVariables = Exact<{
  input: CreateWorkspaceInput;
}>;


export type CreateWorkspaceMutation = { createWorkspace:
    | { __typename: 'CreateWorkspacePayload', workspace: { id: string } }
    | { __typename: 'ForbiddenError', code: string, messageKey: string, field: string | null }
    | { __typename: 'IdempotencyMismatchError', code: string, messageKey: string, field: string | null }
    | { __typename: 'InProgressError', code: string, messageKey: string, field: string | null }
    | { __typename: 'InvalidInputError', code: string, messageKey: string, field: string | null }
    | { __typename: 'LimitError', code: string, messageKey: string, field: string | null }
    | { __typename: 'NotFoundError', code: string, messageKey: string, field: string | null }
   };

export type DeleteMapMutationVariables = Exact<{
  input: DeleteMapInput;
}>;


export type DeleteMapMutation = { deleteMap:
    | { __typename: 'DeleteMapPayload' }
    | { __typename: 'ForbiddenError', code: string, messageKey: string, field: string | null }
    | { __typename: 'IdempotencyMismatchError', code: string, messageKey: string, field: string | null }
    | { __typename: 'InProgressError', code: string, messageKey: string, field: string | null }
    | { __typename: 'InvalidInputError', code: string, messageKey: string, field: string | null }
    | { __typename: 'NotFoundError', code: string, messageKey: string, field: string | null }
   };

export type ImportMermaidMutationVariables = Exact<{
  input: ImportMermaidInput;
}>;


export type ImportMermaidMutation = { importMermaid:
    | { __typename: 'ForbiddenError', code: string, messageKey: string, field: string | null }
    | { __typename: 'IdempotencyMismatchError', code: string, messageKey: string, field: string | null }
    | { __typename: 'ImportMermaidPayload', map: { id: string, title: { en: string, id: string }, stages: Array<{ steps: Array<{ id: string }> }>, personas: Array<{ id: string }> }, skippedLines: Array<{ line: number, text: string, reason: string }>, adjustedLines: Array<{ line: number, text: string, reason: string }> }
    | { __typename: 'InProgressError', code: string, messageKey: string, field: string | null }
    | { __typename: 'InvalidInputError', code: string, messageKey: string, field: string | null }
    | { __typename: 'NotFoundError', code: string, messageKey: string, field: string | null }
   };

export type MapListQueryVariables = Exact<{
  workspaceId: string;
  search?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MapListQuery = { workspace: { maps: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ node: { id: string, type: MapType, lastEditedAt: string, title: { en: string, id: string }, viewerCan: { delete: boolean }, thumbnail: { cells: Array<Array<number>>, emotionLine: Array<number | null>, stages: Array<{ colour: Colour | null, steps: number }>, lanes: Array<{ kind: LaneKind, colour: Colour | null }> }, present: Array<{ userId: string, name: string, team: TeamKind }> } }> } } | null };

export type PeopleQueryVariables = Exact<{
  workspaceId: string;
  withInvitations: boolean;
  after?: string | null | undefined;
}>;


export type PeopleQuery = { workspace: { members: { pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ userId: string, name: string, email: string, role: Role, team: TeamKind }> }, invitations?: { nodes: Array<{ id: string, role: Role, expiresAt: string, uses: number, usesMax: number }> } } | null };

export type CreateInvitationMutationVariables = Exact<{
  input: CreateInvitationInput;
}>;


export type CreateInvitationMutation = { createInvitation:
    | { __typename: 'CreateInvitationPayload', url: string, invitation: { id: string, role: Role, expiresAt: string, uses: number, usesMax: number } }
    | { __typename: 'ForbiddenError', code: string, messageKey: string, field: string | null }
    | { __typename: 'InvalidInputError', code: string, messageKey: string, field: string | null }
    | { __typename: 'LimitError', code: string, messageKey: string, field: string | null }
    | { __typename: 'NotFoundError', code: string, messageKey: string, field: string | null }
   };

export type RevokeInvitationMutationVariables = Exact<{
  input: RevokeInvitationInput;
}>;


export type RevokeInvitationMutation = { revokeInvitation:
    | { __typename: 'ForbiddenError', code: string, messageKey: string, field: string | null }
    | { __typename: 'IdempotencyMismatchError', code: string, messageKey: string, field: string | null }
    | { __typename: 'InProgressError', code: string, messageKey: string, field: string | null }
    | { __typename: 'InvalidInputError', code: string, messageKey: string, field: string | null }
    | { __typename: 'NotFoundError', code: string, messageKey: string, field: string | null }
    | { __typename: 'RevokeInvitationPayload' }
   };

export type SetMemberRoleMutationVariables = Exact<{
  input: SetMemberRoleInput;
}>;


export type SetMemberRoleMutation = { setMemberRole:
    | { __typename: 'ConflictError', code: string, messageKey: string, field: string | null }
    | { __typename: 'ForbiddenError', code: string, messageKey: string, field: string | null }
    | { __typename: 'IdempotencyMismatchError', code: string, messageKey: string, field: string | null }
    | { __typename: 'InProgressError', code: string, messageKey: string, field: string | null }
    | { __typename: 'InvalidInputError', code: string, messageKey: string, field: string | null }
    | { __typename: 'LastOwnerError', code: string, messageKey: string, field: string | null }
    | { __typename: 'NotFoundError', code: string, messageKey: string, field: string | null }
    | { __typename: 'SetMemberRolePayload' }
   };

export type RemoveMemberMutationVariables = Exact<{
  input: RemoveMemberInput;
}>;


export type RemoveMemberMutation = { removeMember:
    | { __typename: 'ConflictError', code: string, messageKey: string, field: string | null }
    | { __typename: 'ForbiddenError', code: string, messageKey: string, field: string | null }
    | { __typename: 'IdempotencyMismatchError', code: string, messageKey: string, field: string | null }
    | { __typename: 'InProgressError', code: string, messageKey: string, field: string | null }
    | { __typename: 'InvalidInputError', code: string, messageKey: string, field: string | null }
    | { __typename: 'LastOwnerError', code: string, messageKey: string, field: string | null }
    | { __typename: 'NotFoundError', code: string, messageKey: string, field: string | null }
    | { __typename: 'RemoveMemberPayload' }
   };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, name: string, email: string, workspaces: Array<{ id: string, name: string, role: Role, team: TeamKind, viewerCan: Array<string> }> } | null };

export const BothTextsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BothTexts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LocalizedText"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]} as unknown as DocumentNode<BothTextsFragment, unknown>;
export const CardDataFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CardData"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Card"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"columnId"}},{"kind":"Field","name":{"kind":"Name","value":"laneId"}},{"kind":"Field","name":{"kind":"Name","value":"rank"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BothTexts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"team"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"resolved"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BothTexts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LocalizedText"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]} as unknown as DocumentNode<CardDataFragment, unknown>;
export const TokenFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TokenFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApiToken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"workspaceId"}},{"kind":"Field","name":{"kind":"Name","value":"mapIds"}},{"kind":"Field","name":{"kind":"Name","value":"createdById"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]} as unknown as DocumentNode<TokenFieldsFragment, unknown>;
export const SetViewerLocaleDocument = {"__meta__":{"hash":"sha256:fc98604b8199e73f315e96eb6b5912cc4afb600841507818e0a230acf74c5f27"}} as unknown as DocumentNode<SetViewerLocaleMutation, SetViewerLocaleMutationVariables>;
export const ActivityDocument = {"__meta__":{"hash":"sha256:eab6003724e244b8e344f99de3a30693e4fed9ec1f6a7d0eadbf4bc2239b1fe7"}} as unknown as DocumentNode<ActivityQuery, ActivityQueryVariables>;
export const ActivityVerdictDocument = {"__meta__":{"hash":"sha256:eefe411de911a6fc31ab12c08c4908de8e3e01e3ea25d0fde1b2f0cfe27e0b5b"}} as unknown as DocumentNode<ActivityVerdictQuery, ActivityVerdictQueryVariables>;
export const MapPageDataDocument = {"__meta__":{"hash":"sha256:36ea111502aba00992de9280cfd314f00841b6d3da28c6feff81b5f616512831"}} as unknown as DocumentNode<MapPageDataQuery, MapPageDataQueryVariables>;
export const LinkedMapDocument = {"__meta__":{"hash":"sha256:13fc6551bf11e573a9e02a7f25460cf3eb5a728bc2442ba0304c573a9bc28b24"}} as unknown as DocumentNode<LinkedMapQuery, LinkedMapQueryVariables>;
export const CurrentStateMapsDocument = {"__meta__":{"hash":"sha256:2edb16232c5016409910a12268fe00e082b0ec81d2ab2fd4df4da965bd925585"}} as unknown as DocumentNode<CurrentStateMapsQuery, CurrentStateMapsQueryVariables>;
export const PersonalTokensDocument = {"__meta__":{"hash":"sha256:ef314d08667eac1a146c2016c074d09bf1676bd21d085055ce123fad010f03c7"}} as unknown as DocumentNode<PersonalTokensQuery, PersonalTokensQueryVariables>;
export const WorkspaceTokensDocument = {"__meta__":{"hash":"sha256:e9f8c36323a46919e45cf6343cd8d81ee7f58be25ec4720059ee6e4831673287"}} as unknown as DocumentNode<WorkspaceTokensQuery, WorkspaceTokensQueryVariables>;
export const TokenMapTitlesDocument = {"__meta__":{"hash":"sha256:646d840b50574540f23c217217c174ed48b825d6e770b9858902b14e02c3739c"}} as unknown as DocumentNode<TokenMapTitlesQuery, TokenMapTitlesQueryVariables>;
export const TokenMapsDocument = {"__meta__":{"hash":"sha256:74346f9c527eb30f8cab8eb5268743720086eeeac047f3d2b2e36e345f571186"}} as unknown as DocumentNode<TokenMapsQuery, TokenMapsQueryVariables>;
export const CreatePersonalTokenDocument = {"__meta__":{"hash":"sha256:cb3f92951007b4efca56b45a60268b8f4b202272e70306ee636326108d014723"}} as unknown as DocumentNode<CreatePersonalTokenMutation, CreatePersonalTokenMutationVariables>;
export const CreateWorkspaceTokenDocument = {"__meta__":{"hash":"sha256:10a047930409fcb059833370cb0c0f148a0a54c32bdce0b789dbeaf253c64b9a"}} as unknown as DocumentNode<CreateWorkspaceTokenMutation, CreateWorkspaceTokenMutationVariables>;
export const RevokeTokenDocument = {"__meta__":{"hash":"sha256:2f46041442ea858e4da50587e40db81e44a67e2263e0b058df7e7840bc8ebfaa"}} as unknown as DocumentNode<RevokeTokenMutation, RevokeTokenMutationVariables>;
export const CreateMapDocument = {"__meta__":{"hash":"sha256:c259cfaf2a7bac72a01db6e0430fa5fb41d79dfab2d87688bc678da58181b214"}} as unknown as DocumentNode<CreateMapMutation, CreateMapMutationVariables>;
export const CreateWorkspaceDocument = {"__meta__":{"hash":"sha256:bc3e0895e9bc6f87a97975ce2f0376f13a5b3dc8995c1224d0a1e8b44f87ba66"}} as unknown as DocumentNode<CreateWorkspaceMutation, CreateWorkspaceMutationVariables>;
export const DeleteMapDocument = {"__meta__":{"hash":"sha256:0228b293e358cb3887bd40237db23b1b9dfbe9b92ccd8b2b479a13c1aa63c065"}} as unknown as DocumentNode<DeleteMapMutation, DeleteMapMutationVariables>;
export const ImportMermaidDocument = {"__meta__":{"hash":"sha256:aa7f87ba8857a77fadf1d33a9bac9fd30f7ae408b7165fe4d71e221ade6486f7"}} as unknown as DocumentNode<ImportMermaidMutation, ImportMermaidMutationVariables>;
export const MapListDocument = {"__meta__":{"hash":"sha256:fd490c140e774bdd9085ac2f54d3196cc406c299ea199f2e87536c0ef89cf518"}} as unknown as DocumentNode<MapListQuery, MapListQueryVariables>;
export const PeopleDocument = {"__meta__":{"hash":"sha256:2639ca3935428b982a608237dd70c93ccef1dfc452765883249d0d050daf4402"}} as unknown as DocumentNode<PeopleQuery, PeopleQueryVariables>;
export const CreateInvitationDocument = {"__meta__":{"hash":"sha256:d74dc652e4e3cf3722dcc6c1f63edc9ac318f276832cc041c80014c37e981ec6"}} as unknown as DocumentNode<CreateInvitationMutation, CreateInvitationMutationVariables>;
export const RevokeInvitationDocument = {"__meta__":{"hash":"sha256:f7d67bb23d7f612131313daa916af35e1668a050f56a166696f6ae40937fc98c"}} as unknown as DocumentNode<RevokeInvitationMutation, RevokeInvitationMutationVariables>;
export const SetMemberRoleDocument = {"__meta__":{"hash":"sha256:c6aa4167c65c605c23a94cba62c6d9d175290891bd2ca6ed46a241497bf7ce85"}} as unknown as DocumentNode<SetMemberRoleMutation, SetMemberRoleMutationVariables>;
export const RemoveMemberDocument = {"__meta__":{"hash":"sha256:6f22e5575f09339027c975155604fbbc797fe172cd37bd2309ab4b381e59d0ac"}} as unknown as DocumentNode<RemoveMemberMutation, RemoveMemberMutationVariables>;
export const ViewerDocument = {"__meta__":{"hash":"sha256:7542c33f57cfdc19865182f73db95454393782fbb43ff07a43fd2c847b1762db"}} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;