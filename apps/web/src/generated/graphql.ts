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

/** Where to, and what is told. */
export type CreateWebhookInput = {
  /** What is told; everything unless given. */
  kinds?: Array<JourneyEventKind> | null | undefined;
  /** Of which maps, up to 50; of all unless given. */
  mapIds?: Array<string> | null | undefined;
  /** An https address on port 443 or 8443 of a public host. */
  url: string;
  /** Id of the workspace. */
  workspaceId: string;
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

/** Which webhook. */
export type DeleteWebhookInput = {
  /** Made up by you, 1 to 128 characters: however often a call with it is sent within 24 hours, it is done once, and the first result is answered. */
  clientMutationId?: string | null | undefined;
  /** Id of a webhook of a workspace whose webhooks you manage. */
  webhookId: string;
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

/** What can happen on a map. */
export type JourneyEventKind =
  /** A card was added. */
  | 'CARD_ADDED'
  /** A card was deleted; it can be restored. */
  | 'CARD_DELETED'
  /** A card says something else, or has another look. */
  | 'CARD_EDITED'
  /** A card has another place. */
  | 'CARD_MOVED'
  /** A card came back after it was deleted. */
  | 'CARD_RESTORED'
  /** A card has other tags. */
  | 'CARD_TAGGED'
  /** Charter is another. */
  | 'CHARTER_CHANGED'
  /** Current state map is another. */
  | 'CURRENT_STATE_MAP_CHANGED'
  /** A feeling is another. */
  | 'EMOTION_CHANGED'
  /** A lane was added. */
  | 'LANE_ADDED'
  /** A lane was deleted; it can be restored. */
  | 'LANE_DELETED'
  /** A lane says something else, or has another look. */
  | 'LANE_EDITED'
  /** A lane has another name. */
  | 'LANE_RENAMED'
  /** A lane has another place among its like. */
  | 'LANE_REORDERED'
  /** A lane came back after it was deleted. */
  | 'LANE_RESTORED'
  /** The map was made. */
  | 'MAP_CREATED'
  /** The map has another name. */
  | 'MAP_RENAMED'
  /** Map type is another. */
  | 'MAP_TYPE_CHANGED'
  /** A persona was added. */
  | 'PERSONA_ADDED'
  /** A persona was deleted; it can be restored. */
  | 'PERSONA_DELETED'
  /** A persona says something else, or has another look. */
  | 'PERSONA_EDITED'
  /** A persona has another name. */
  | 'PERSONA_RENAMED'
  /** A persona has another place among its like. */
  | 'PERSONA_REORDERED'
  /** A persona came back after it was deleted. */
  | 'PERSONA_RESTORED'
  /** A stage was added. */
  | 'STAGE_ADDED'
  /** A stage was deleted; it can be restored. */
  | 'STAGE_DELETED'
  /** A stage says something else, or has another look. */
  | 'STAGE_EDITED'
  /** A stage has another name. */
  | 'STAGE_RENAMED'
  /** A stage has another place among its like. */
  | 'STAGE_REORDERED'
  /** A stage came back after it was deleted. */
  | 'STAGE_RESTORED'
  /** A step was added. */
  | 'STEP_ADDED'
  /** A step was deleted; it can be restored. */
  | 'STEP_DELETED'
  /** A step says something else, or has another look. */
  | 'STEP_EDITED'
  /** A step has another place. */
  | 'STEP_MOVED'
  /** A step has another name. */
  | 'STEP_RENAMED'
  /** A step came back after it was deleted. */
  | 'STEP_RESTORED';

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

/** Which delivery. */
export type RedeliverWebhookDeliveryInput = {
  /** Made up by you, 1 to 128 characters: however often a call with it is sent within 24 hours, it is done once, and the first result is answered. */
  clientMutationId?: string | null | undefined;
  /** Id of a delivery of the last 7 days. */
  deliveryId: string;
};

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

/** Which webhook. */
export type RotateWebhookSecretInput = {
  /** Id of a webhook of a workspace whose webhooks you manage. */
  webhookId: string;
};

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

/** Which webhook. */
export type TestWebhookInput = {
  /** Made up by you, 1 to 128 characters: however often a call with it is sent within 24 hours, it is done once, and the first result is answered. */
  clientMutationId?: string | null | undefined;
  /** Id of a webhook of a workspace whose webhooks you manage. */
  webhookId: string;
};

/** What is to be different; what is left out stays. */
export type UpdateWebhookInput = {
  /** Made up by you, 1 to 128 characters: however often a call with it is sent within 24 hours, it is done once, and the first result is answered. */
  clientMutationId?: string | null | undefined;
  /** true: nothing is sent. false: it goes on, with what happened meanwhile, as far as that is kept. */
  isPaused?: boolean | null | undefined;
  /** What is told; null is everything. */
  kinds?: Array<JourneyEventKind> | null | undefined;
  /** Of which maps, up to 50; null is all. */
  mapIds?: Array<string> | null | undefined;
  /** An https address on port 443 or 8443 of a public host. */
  url?: string | null | undefined;
  /** Id of a webhook of a workspace whose webhooks you manage. */
  webhookId: string;
};

/** How far a delivery is. */
export type WebhookDeliveryState =
  /** The receiver answered 2xx. */
  | 'DELIVERED'
  /** Given up after a day. */
  | 'FAILED'
  /** Waits for its webhook to go on. */
  | 'HELD'
  /** To be sent, or sent again. */
  | 'PENDING';

/** What a delivery tells. */
export type WebhookDeliveryType =
  /** What happened on a map: `journey.events`. */
  | 'EVENTS'
  /** Something that cannot be told any more, read the map: `journey.missed`. */
  | 'MISSED'
  /** Nothing but that the way is open: `ping`. */
  | 'PING';

/** Why an attempt was no success. */
export type WebhookFault =
  /** The host is, or resolves to, an address that is not public. */
  | 'ADDRESS'
  /** No connection, or it broke. */
  | 'CONNECTION'
  /** The host cannot be resolved. */
  | 'DNS'
  /** The port is not 443 or 8443. */
  | 'PORT'
  /** Redirects are not followed: give the address it ends at. */
  | 'REDIRECT'
  /** The address is not https. */
  | 'SCHEME'
  /** The answer was not 2xx. */
  | 'STATUS'
  /** No whole answer within 5 s. */
  | 'TIMEOUT'
  /** The certificate is not valid for the host. */
  | 'TLS'
  /** The address cannot be read. */
  | 'URL';

/** Why a webhook sends nothing. */
export type WebhookPauseReason =
  /** Everything failed for long: see its deliveries, then let it go on. */
  | 'FAILING'
  /** Somebody paused it. */
  | 'PERSON'
  /** Its secret cannot be read with the `AUTH_SECRET` of this server: rotate it, then let it go on. */
  | 'SECRET';

export type SetViewerLocaleMutationVariables = Exact<{
  input: SetViewerLocaleInput;
}>;


export type SetViewerLocaleMutation = { setViewerLocale:
    | { __typename: 'ForbiddenError' }
    | { __typename: 'IdempotencyMismatchError' }
    | { __typename: 'InProgressError' }
    | { __typename: 'InvalidInputError' }
    | { __typename: 'LimitError' }
    | { __typename: 'NotFoundError' }
    | { __typename: 'SetViewerLocalePayload' }
   };

export type ActivityQueryVariables = Exact<{
  workspaceId: string;
  first: number;
  after?: string | null | undefined;
  filter?: AuditFilterInput | null | undefined;
}>;


export type ActivityQuery = { workspace: { auditLog: { totalCount: number, nodes: Array<{ sequence: number, occurredAt: string, act: string, refusedAs: string | null, targetId: string | null, actor: { kind: ActorKind, userId: string, name: string | null } | null, facts: Array<{ name: string, value: string }> }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } }, members: { nodes: Array<{ userId: string, name: string }> } } | null };

export type ActivityVerdictQueryVariables = Exact<{
  workspaceId: string;
  knownHash?: string | null | undefined;
}>;


export type ActivityVerdictQuery = { workspace: { auditVerdict: { intactCount: number, headHash: string, brokenSequence: number | null, knownSequence: number | null } } | null };

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

export type WebhookFieldsFragment = { id: string, url: string, kinds: Array<JourneyEventKind> | null, mapIds: Array<string> | null, pausedBecause: WebhookPauseReason | null, firstFailedAt: string | null, createdById: string, createdAt: string };

export type DeliveryFieldsFragment = { id: string, type: WebhookDeliveryType, mapId: string | null, eventKinds: Array<JourneyEventKind>, eventCount: number, state: WebhookDeliveryState, createdAt: string, nextAttemptAt: string | null, attempts: Array<{ attemptedAt: string, statusCode: number | null, durationMs: number, fault: WebhookFault | null }> };

export type WebhooksQueryVariables = Exact<{
  workspaceId: string;
}>;


export type WebhooksQuery = { workspace: { webhooks: Array<{ id: string, url: string, kinds: Array<JourneyEventKind> | null, mapIds: Array<string> | null, pausedBecause: WebhookPauseReason | null, firstFailedAt: string | null, createdById: string, createdAt: string, deliveries: { nodes: Array<{ id: string, type: WebhookDeliveryType, mapId: string | null, eventKinds: Array<JourneyEventKind>, eventCount: number, state: WebhookDeliveryState, createdAt: string, nextAttemptAt: string | null, attempts: Array<{ attemptedAt: string, statusCode: number | null, durationMs: number, fault: WebhookFault | null }> }> } }> } | null };

export type WebhookLogFieldsFragment = { id: string, url: string, kinds: Array<JourneyEventKind> | null, mapIds: Array<string> | null, pausedBecause: WebhookPauseReason | null, firstFailedAt: string | null, createdById: string, createdAt: string, deliveries: { nodes: Array<{ id: string, type: WebhookDeliveryType, mapId: string | null, eventKinds: Array<JourneyEventKind>, eventCount: number, state: WebhookDeliveryState, createdAt: string, nextAttemptAt: string | null, attempts: Array<{ attemptedAt: string, statusCode: number | null, durationMs: number, fault: WebhookFault | null }> }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type WebhookQueryVariables = Exact<{
  workspaceId: string;
  webhookId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type WebhookQuery = { workspace: { members: { nodes: Array<{ userId: string, name: string }> }, webhook: { id: string, url: string, kinds: Array<JourneyEventKind> | null, mapIds: Array<string> | null, pausedBecause: WebhookPauseReason | null, firstFailedAt: string | null, createdById: string, createdAt: string, deliveries: { nodes: Array<{ id: string, type: WebhookDeliveryType, mapId: string | null, eventKinds: Array<JourneyEventKind>, eventCount: number, state: WebhookDeliveryState, createdAt: string, nextAttemptAt: string | null, attempts: Array<{ attemptedAt: string, statusCode: number | null, durationMs: number, fault: WebhookFault | null }> }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } } | null } | null };

export type WebhookLogQueryVariables = Exact<{
  workspaceId: string;
  webhookId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type WebhookLogQuery = { workspace: { webhook: { id: string, url: string, kinds: Array<JourneyEventKind> | null, mapIds: Array<string> | null, pausedBecause: WebhookPauseReason | null, firstFailedAt: string | null, createdById: string, createdAt: string, deliveries: { nodes: Array<{ id: string, type: WebhookDeliveryType, mapId: string | null, eventKinds: Array<JourneyEventKind>, eventCount: number, state: WebhookDeliveryState, createdAt: string, nextAttemptAt: string | null, attempts: Array<{ attemptedAt: string, statusCode: number | null, durationMs: number, fault: WebhookFault | null }> }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } } | null } | null };

export type WebhookDeliveryBodyQueryVariables = Exact<{
  workspaceId: string;
  webhookId: string;
  deliveryId: string;
}>;


export type WebhookDeliveryBodyQuery = { workspace: { webhook: { delivery: { body: string | null } | null } | null } | null };

export type CreateWebhookMutationVariables = Exact<{
  input: CreateWebhookInput;
}>;


export type CreateWebhookMutation = { createWebhook:
    | { __typename: 'CreateWebhookPayload', secret: string, webhook: { id: string, url: string, kinds: Array<JourneyEventKind> | null, mapIds: Array<string> | null, pausedBecause: WebhookPauseReason | null, firstFailedAt: string | null, createdById: string, createdAt: string } }
    | { __typename: 'ForbiddenError', code: string, messageKey: string, field: string | null }
    | { __typename: 'InvalidInputError', code: string, messageKey: string, field: string | null }
    | { __typename: 'LimitError', code: string, messageKey: string, field: string | null }
    | { __typename: 'NotFoundError', code: string, messageKey: string, field: string | null }
   };

export type UpdateWebhookMutationVariables = Exact<{
  input: UpdateWebhookInput;
}>;


export type UpdateWebhookMutation = { updateWebhook:
    | { __typename: 'ForbiddenError', code: string, messageKey: string, field: string | null }
    | { __typename: 'IdempotencyMismatchError', code: string, messageKey: string, field: string | null }
    | { __typename: 'InProgressError', code: string, messageKey: string, field: string | null }
    | { __typename: 'InvalidInputError', code: string, messageKey: string, field: string | null }
    | { __typename: 'LimitError', code: string, messageKey: string, field: string | null }
    | { __typename: 'NotFoundError', code: string, messageKey: string, field: string | null }
    | { __typename: 'UpdateWebhookPayload', webhook: { id: string, url: string, kinds: Array<JourneyEventKind> | null, mapIds: Array<string> | null, pausedBecause: WebhookPauseReason | null, firstFailedAt: string | null, createdById: string, createdAt: string } }
   };

export type RotateWebhookSecretMutationVariables = Exact<{
  input: RotateWebhookSecretInput;
}>;


export type RotateWebhookSecretMutation = { rotateWebhookSecret:
    | { __typename: 'ForbiddenError', code: string, messageKey: string, field: string | null }
    | { __typename: 'InvalidInputError', code: string, messageKey: string, field: string | null }
    | { __typename: 'NotFoundError', code: string, messageKey: string, field: string | null }
    | { __typename: 'RotateWebhookSecretPayload', secret: string, webhook: { id: string, url: string, kinds: Array<JourneyEventKind> | null, mapIds: Array<string> | null, pausedBecause: WebhookPauseReason | null, firstFailedAt: string | null, createdById: string, createdAt: string } }
   };

export type DeleteWebhookMutationVariables = Exact<{
  input: DeleteWebhookInput;
}>;


export type DeleteWebhookMutation = { deleteWebhook:
    | { __typename: 'DeleteWebhookPayload' }
    | { __typename: 'ForbiddenError', code: string, messageKey: string, field: string | null }
    | { __typename: 'IdempotencyMismatchError', code: string, messageKey: string, field: string | null }
    | { __typename: 'InProgressError', code: string, messageKey: string, field: string | null }
    | { __typename: 'InvalidInputError', code: string, messageKey: string, field: string | null }
    | { __typename: 'LimitError', code: string, messageKey: string, field: string | null }
    | { __typename: 'NotFoundError', code: string, messageKey: string, field: string | null }
   };

export type TestWebhookMutationVariables = Exact<{
  input: TestWebhookInput;
}>;


export type TestWebhookMutation = { testWebhook:
    | { __typename: 'ForbiddenError', code: string, messageKey: string, field: string | null }
    | { __typename: 'IdempotencyMismatchError', code: string, messageKey: string, field: string | null }
    | { __typename: 'InProgressError', code: string, messageKey: string, field: string | null }
    | { __typename: 'InvalidInputError', code: string, messageKey: string, field: string | null }
    | { __typename: 'LimitError', code: string, messageKey: string, field: string | null }
    | { __typename: 'NotFoundError', code: string, messageKey: string, field: string | null }
    | { __typename: 'TestWebhookPayload', delivery: { id: string, type: WebhookDeliveryType, mapId: string | null, eventKinds: Array<JourneyEventKind>, eventCount: number, state: WebhookDeliveryState, createdAt: string, nextAttemptAt: string | null, attempts: Array<{ attemptedAt: string, statusCode: number | null, durationMs: number, fault: WebhookFault | null }> } }
   };

export type RedeliverWebhookDeliveryMutationVariables = Exact<{
  input: RedeliverWebhookDeliveryInput;
}>;


export type RedeliverWebhookDeliveryMutation = { redeliverWebhookDelivery:
    | { __typename: 'ForbiddenError', code: string, messageKey: string, field: string | null }
    | { __typename: 'IdempotencyMismatchError', code: string, messageKey: string, field: string | null }
    | { __typename: 'InProgressError', code: string, messageKey: string, field: string | null }
    | { __typename: 'InvalidInputError', code: string, messageKey: string, field: string | null }
    | { __typename: 'LimitError', code: string, messageKey: string, field: string | null }
    | { __typename: 'NotFoundError', code: string, messageKey: string, field: string | null }
    | { __typename: 'RedeliverWebhookDeliveryPayload', delivery: { id: string, type: WebhookDeliveryType, mapId: string | null, eventKinds: Array<JourneyEventKind>, eventCount: number, state: WebhookDeliveryState, createdAt: string, nextAttemptAt: string | null, attempts: Array<{ attemptedAt: string, statusCode: number | null, durationMs: number, fault: WebhookFault | null }> } }
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
    | { __typename: 'LimitError', code: string, messageKey: string, field: string | null }
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
    | { __typename: 'LimitError', code: string, messageKey: string, field: string | null }
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
    | { __typename: 'LimitError', code: string, messageKey: string, field: string | null }
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
    | { __typename: 'LimitError', code: string, messageKey: string, field: string | null }
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
    | { __typename: 'LimitError', code: string, messageKey: string, field: string | null }
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
    | { __typename: 'LimitError', code: string, messageKey: string, field: string | null }
    | { __typename: 'NotFoundError', code: string, messageKey: string, field: string | null }
    | { __typename: 'RemoveMemberPayload' }
   };

export type MapTitlesQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type MapTitlesQuery = { nodes: Array<
    | { __typename: 'Card' }
    | { __typename: 'EmotionPoint' }
    | { __typename: 'Invitation' }
    | { __typename: 'JourneyMap', id: string, title: { en: string, id: string } }
    | { __typename: 'Lane' }
    | { __typename: 'Member' }
    | { __typename: 'Persona' }
    | { __typename: 'Stage' }
    | { __typename: 'Step' }
    | { __typename: 'Workspace' }
   | null> };

export type MapChoicesQueryVariables = Exact<{
  workspaceId: string;
  after?: string | null | undefined;
}>;


export type MapChoicesQuery = { workspace: { maps: { nodes: Array<{ id: string, title: { en: string, id: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } } | null };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, name: string, email: string, workspaces: Array<{ id: string, name: string, role: Role, team: TeamKind, viewerCan: Array<string> }> } | null };

export const BothTextsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BothTexts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LocalizedText"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]} as unknown as DocumentNode<BothTextsFragment, unknown>;
export const CardDataFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CardData"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Card"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"columnId"}},{"kind":"Field","name":{"kind":"Name","value":"laneId"}},{"kind":"Field","name":{"kind":"Name","value":"rank"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BothTexts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"team"}},{"kind":"Field","name":{"kind":"Name","value":"tags"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"resolved"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BothTexts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LocalizedText"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]} as unknown as DocumentNode<CardDataFragment, unknown>;
export const TokenFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TokenFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApiToken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"workspaceId"}},{"kind":"Field","name":{"kind":"Name","value":"mapIds"}},{"kind":"Field","name":{"kind":"Name","value":"createdById"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}}]}}]} as unknown as DocumentNode<TokenFieldsFragment, unknown>;
export const WebhookFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Webhook"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"kinds"}},{"kind":"Field","name":{"kind":"Name","value":"mapIds"}},{"kind":"Field","name":{"kind":"Name","value":"pausedBecause"}},{"kind":"Field","name":{"kind":"Name","value":"firstFailedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdById"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<WebhookFieldsFragment, unknown>;
export const DeliveryFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"mapId"}},{"kind":"Field","name":{"kind":"Name","value":"eventKinds"}},{"kind":"Field","name":{"kind":"Name","value":"eventCount"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"attemptedAt"}},{"kind":"Field","name":{"kind":"Name","value":"statusCode"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"fault"}}]}}]}}]} as unknown as DocumentNode<DeliveryFieldsFragment, unknown>;
export const WebhookLogFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookLogFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Webhook"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WebhookFields"}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeliveryFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebhookFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Webhook"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"kinds"}},{"kind":"Field","name":{"kind":"Name","value":"mapIds"}},{"kind":"Field","name":{"kind":"Name","value":"pausedBecause"}},{"kind":"Field","name":{"kind":"Name","value":"firstFailedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdById"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeliveryFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"mapId"}},{"kind":"Field","name":{"kind":"Name","value":"eventKinds"}},{"kind":"Field","name":{"kind":"Name","value":"eventCount"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"attemptedAt"}},{"kind":"Field","name":{"kind":"Name","value":"statusCode"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"fault"}}]}}]}}]} as unknown as DocumentNode<WebhookLogFieldsFragment, unknown>;
export const SetViewerLocaleDocument = {"__meta__":{"hash":"sha256:fc98604b8199e73f315e96eb6b5912cc4afb600841507818e0a230acf74c5f27"}} as unknown as DocumentNode<SetViewerLocaleMutation, SetViewerLocaleMutationVariables>;
export const ActivityDocument = {"__meta__":{"hash":"sha256:2ef29866ee4fe677a5f717972f3f688f3b909ce2876e3a7aebb392632cd1c2c4"}} as unknown as DocumentNode<ActivityQuery, ActivityQueryVariables>;
export const ActivityVerdictDocument = {"__meta__":{"hash":"sha256:f0f3ec42e6830897ae5c4fbc5b7d8ed70ef171b4f5d704adab35e1e9aa697b7c"}} as unknown as DocumentNode<ActivityVerdictQuery, ActivityVerdictQueryVariables>;
export const MapPageDataDocument = {"__meta__":{"hash":"sha256:36ea111502aba00992de9280cfd314f00841b6d3da28c6feff81b5f616512831"}} as unknown as DocumentNode<MapPageDataQuery, MapPageDataQueryVariables>;
export const LinkedMapDocument = {"__meta__":{"hash":"sha256:13fc6551bf11e573a9e02a7f25460cf3eb5a728bc2442ba0304c573a9bc28b24"}} as unknown as DocumentNode<LinkedMapQuery, LinkedMapQueryVariables>;
export const CurrentStateMapsDocument = {"__meta__":{"hash":"sha256:2edb16232c5016409910a12268fe00e082b0ec81d2ab2fd4df4da965bd925585"}} as unknown as DocumentNode<CurrentStateMapsQuery, CurrentStateMapsQueryVariables>;
export const PersonalTokensDocument = {"__meta__":{"hash":"sha256:ef314d08667eac1a146c2016c074d09bf1676bd21d085055ce123fad010f03c7"}} as unknown as DocumentNode<PersonalTokensQuery, PersonalTokensQueryVariables>;
export const WorkspaceTokensDocument = {"__meta__":{"hash":"sha256:e9f8c36323a46919e45cf6343cd8d81ee7f58be25ec4720059ee6e4831673287"}} as unknown as DocumentNode<WorkspaceTokensQuery, WorkspaceTokensQueryVariables>;
export const CreatePersonalTokenDocument = {"__meta__":{"hash":"sha256:cb3f92951007b4efca56b45a60268b8f4b202272e70306ee636326108d014723"}} as unknown as DocumentNode<CreatePersonalTokenMutation, CreatePersonalTokenMutationVariables>;
export const CreateWorkspaceTokenDocument = {"__meta__":{"hash":"sha256:10a047930409fcb059833370cb0c0f148a0a54c32bdce0b789dbeaf253c64b9a"}} as unknown as DocumentNode<CreateWorkspaceTokenMutation, CreateWorkspaceTokenMutationVariables>;
export const RevokeTokenDocument = {"__meta__":{"hash":"sha256:2f46041442ea858e4da50587e40db81e44a67e2263e0b058df7e7840bc8ebfaa"}} as unknown as DocumentNode<RevokeTokenMutation, RevokeTokenMutationVariables>;
export const WebhooksDocument = {"__meta__":{"hash":"sha256:227607200b82173b40fe8974e1b8522e8bf151ba1e50f478def776775703324d"}} as unknown as DocumentNode<WebhooksQuery, WebhooksQueryVariables>;
export const WebhookDocument = {"__meta__":{"hash":"sha256:94f27324e7c91a6ecb20f9dcf67758e7d44eb8cb1171776ae2557032523d565a"}} as unknown as DocumentNode<WebhookQuery, WebhookQueryVariables>;
export const WebhookLogDocument = {"__meta__":{"hash":"sha256:e47aea10254c20e7bde5db989db7833169a6771443ed2223fd8eb79ec9da90e5"}} as unknown as DocumentNode<WebhookLogQuery, WebhookLogQueryVariables>;
export const WebhookDeliveryBodyDocument = {"__meta__":{"hash":"sha256:d56a28b71bf712278ce9c800a32db5fcb4feaa12f7d9d8c36103ea3e24c4ace9"}} as unknown as DocumentNode<WebhookDeliveryBodyQuery, WebhookDeliveryBodyQueryVariables>;
export const CreateWebhookDocument = {"__meta__":{"hash":"sha256:d957c9cf082727d5fb8f3c854c0adcbecfde376e63d75922d04bb65e43a7120d"}} as unknown as DocumentNode<CreateWebhookMutation, CreateWebhookMutationVariables>;
export const UpdateWebhookDocument = {"__meta__":{"hash":"sha256:ed0730677c8e8e969ebea3656f4ae5de84f35030c5b45be6f69b53afc67a99a4"}} as unknown as DocumentNode<UpdateWebhookMutation, UpdateWebhookMutationVariables>;
export const RotateWebhookSecretDocument = {"__meta__":{"hash":"sha256:baee686262d22858b63e602fbfe4b55dc93b32434af249113d8d994b2cf3308a"}} as unknown as DocumentNode<RotateWebhookSecretMutation, RotateWebhookSecretMutationVariables>;
export const DeleteWebhookDocument = {"__meta__":{"hash":"sha256:922a118dd9a3459048a8b53a003513dfba8402c2df4d1878db7021b21a31b4fc"}} as unknown as DocumentNode<DeleteWebhookMutation, DeleteWebhookMutationVariables>;
export const TestWebhookDocument = {"__meta__":{"hash":"sha256:45bf6039052f3dbec7ff1b5bfd45d20033afb48abf608786801c281be87ae3d6"}} as unknown as DocumentNode<TestWebhookMutation, TestWebhookMutationVariables>;
export const RedeliverWebhookDeliveryDocument = {"__meta__":{"hash":"sha256:ab7ba1b99721063158ec7387ca9672a63467f9d84520ab8736b23a00e11476ad"}} as unknown as DocumentNode<RedeliverWebhookDeliveryMutation, RedeliverWebhookDeliveryMutationVariables>;
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
export const MapTitlesDocument = {"__meta__":{"hash":"sha256:9dc8cff5899bb64608ddd0d2ce5e628dc1648b8d2a38320b9205a90e668242e6"}} as unknown as DocumentNode<MapTitlesQuery, MapTitlesQueryVariables>;
export const MapChoicesDocument = {"__meta__":{"hash":"sha256:b079e70afd779c2d3bd937101945811494e8a1f309e77f1b642410eab54d88b8"}} as unknown as DocumentNode<MapChoicesQuery, MapChoicesQueryVariables>;
export const ViewerDocument = {"__meta__":{"hash":"sha256:7542c33f57cfdc19865182f73db95454393782fbb43ff07a43fd2c847b1762db"}} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;