/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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
  /** What it may do, at most what you may at that moment: `maps:read`, `maps:write`, `events:read`, `members:read`, `members:write`, `account:read`. */
  scopes: Array<string>;
  /** The only workspace it is for; all of yours unless given. */
  workspaceId?: string | null | undefined;
};

/** A workspace to begin. */
export type CreateWorkspaceInput = {
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
  /** What it may do, at most what its role may: `maps:read`, `maps:write`, `events:read`, `members:read`, `members:write`. */
  scopes: Array<string>;
  /** Id of the workspace. */
  workspaceId: string;
};

/** Which map to delete. */
export type DeleteMapInput = {
  /** The map. */
  mapId: string;
};

/** A Mermaid journey to become a map. */
export type ImportMermaidInput = {
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
  /** The member. */
  userId: string;
  /** Id of the workspace. */
  workspaceId: string;
};

/** Which link. */
export type RevokeInvitationInput = {
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
  /** The new role. */
  role: Role;
  /** The member. */
  userId: string;
  /** Id of the workspace. */
  workspaceId: string;
};

/** The language. */
export type SetViewerLocaleInput = {
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
    | { __typename: 'InvalidInputError' }
    | { __typename: 'NotFoundError' }
    | { __typename: 'SetViewerLocalePayload' }
   };

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
    | { __typename: 'InvalidInputError', code: string, messageKey: string, field: string | null }
    | { __typename: 'NotFoundError', code: string, messageKey: string, field: string | null }
   };

export type CreateWorkspaceMutationVariables = Exact<{
  input: CreateWorkspaceInput;
}>;


export type CreateWorkspaceMutation = { createWorkspace:
    | { __typename: 'CreateWorkspacePayload', workspace: { id: string } }
    | { __typename: 'ForbiddenError', code: string, messageKey: string, field: string | null }
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
    | { __typename: 'InvalidInputError', code: string, messageKey: string, field: string | null }
    | { __typename: 'NotFoundError', code: string, messageKey: string, field: string | null }
   };

export type ImportMermaidMutationVariables = Exact<{
  input: ImportMermaidInput;
}>;


export type ImportMermaidMutation = { importMermaid:
    | { __typename: 'ForbiddenError', code: string, messageKey: string, field: string | null }
    | { __typename: 'ImportMermaidPayload', map: { id: string, title: { en: string, id: string }, stages: Array<{ steps: Array<{ id: string }> }>, personas: Array<{ id: string }> }, skippedLines: Array<{ line: number, text: string, reason: string }>, adjustedLines: Array<{ line: number, text: string, reason: string }> }
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
    | { __typename: 'InvalidInputError', code: string, messageKey: string, field: string | null }
    | { __typename: 'LastOwnerError', code: string, messageKey: string, field: string | null }
    | { __typename: 'NotFoundError', code: string, messageKey: string, field: string | null }
    | { __typename: 'RemoveMemberPayload' }
   };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, name: string, email: string, workspaces: Array<{ id: string, name: string, role: Role, team: TeamKind, viewerCan: Array<string> }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const BothTextsFragmentDoc = new TypedDocumentString(`
    fragment BothTexts on LocalizedText {
  en
  id
}
    `, {"fragmentName":"BothTexts"}) as unknown as TypedDocumentString<BothTextsFragment, unknown>;
export const CardDataFragmentDoc = new TypedDocumentString(`
    fragment CardData on Card {
  id
  kind
  columnId
  laneId
  rank
  text {
    ...BothTexts
  }
  team
  tags
  channel
  cause
  resolved
}
    fragment BothTexts on LocalizedText {
  en
  id
}`, {"fragmentName":"CardData"}) as unknown as TypedDocumentString<CardDataFragment, unknown>;
export const TokenFieldsFragmentDoc = new TypedDocumentString(`
    fragment TokenFields on ApiToken {
  id
  name
  prefix
  scopes
  role
  workspaceId
  mapIds
  createdById
  createdAt
  expiresAt
  lastUsedAt
}
    `, {"fragmentName":"TokenFields"}) as unknown as TypedDocumentString<TokenFieldsFragment, unknown>;
export const SetViewerLocaleDocument = new TypedDocumentString(`
    mutation SetViewerLocale($input: SetViewerLocaleInput!) {
  setViewerLocale(input: $input) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<SetViewerLocaleMutation, SetViewerLocaleMutationVariables>;
export const MapPageDataDocument = new TypedDocumentString(`
    query MapPageData($id: ID!) {
  journeyMap(id: $id) {
    id
    workspaceId
    type
    title {
      ...BothTexts
    }
    charter {
      why {
        ...BothTexts
      }
      goals {
        ...BothTexts
      }
      about {
        ...BothTexts
      }
      experience {
        ...BothTexts
      }
    }
    viewerCan {
      editContent
      editStructure
    }
    stages {
      id
      key
      position
      colour
      name {
        ...BothTexts
      }
      purpose {
        ...BothTexts
      }
      brandGoal {
        ...BothTexts
      }
      steps {
        id
        stageId
        colour
        name {
          ...BothTexts
        }
        advanceAct {
          ...BothTexts
        }
        exitAct {
          ...BothTexts
        }
      }
    }
    currentStateMap {
      id
      title {
        ...BothTexts
      }
    }
    lanes {
      id
      kind
      colour
      name {
        ...BothTexts
      }
    }
    personas {
      id
      name {
        ...BothTexts
      }
      description {
        ...BothTexts
      }
    }
    cards(first: 1000) {
      nodes {
        ...CardData
      }
    }
    emotions {
      stepId
      personaId
      score
      word {
        ...BothTexts
      }
    }
    unplaced {
      cards(first: 1000) {
        nodes {
          ...CardData
        }
      }
      steps {
        id
        stageId
        colour
        name {
          ...BothTexts
        }
        advanceAct {
          ...BothTexts
        }
        exitAct {
          ...BothTexts
        }
      }
    }
  }
}
    fragment BothTexts on LocalizedText {
  en
  id
}
fragment CardData on Card {
  id
  kind
  columnId
  laneId
  rank
  text {
    ...BothTexts
  }
  team
  tags
  channel
  cause
  resolved
}`) as unknown as TypedDocumentString<MapPageDataQuery, MapPageDataQueryVariables>;
export const LinkedMapDocument = new TypedDocumentString(`
    query LinkedMap($id: ID!) {
  journeyMap(id: $id) {
    id
    workspaceId
    title {
      ...BothTexts
    }
  }
}
    fragment BothTexts on LocalizedText {
  en
  id
}`) as unknown as TypedDocumentString<LinkedMapQuery, LinkedMapQueryVariables>;
export const CurrentStateMapsDocument = new TypedDocumentString(`
    query CurrentStateMaps($workspaceId: ID!, $search: String, $first: Int!) {
  workspace(id: $workspaceId) {
    maps(search: $search, first: $first) {
      pageInfo {
        hasNextPage
      }
      edges {
        node {
          id
          type
          title {
            ...BothTexts
          }
        }
      }
    }
  }
}
    fragment BothTexts on LocalizedText {
  en
  id
}`) as unknown as TypedDocumentString<CurrentStateMapsQuery, CurrentStateMapsQueryVariables>;
export const PersonalTokensDocument = new TypedDocumentString(`
    query PersonalTokens {
  viewer {
    tokens(first: 100) {
      nodes {
        ...TokenFields
      }
    }
  }
}
    fragment TokenFields on ApiToken {
  id
  name
  prefix
  scopes
  role
  workspaceId
  mapIds
  createdById
  createdAt
  expiresAt
  lastUsedAt
}`) as unknown as TypedDocumentString<PersonalTokensQuery, PersonalTokensQueryVariables>;
export const WorkspaceTokensDocument = new TypedDocumentString(`
    query WorkspaceTokens($workspaceId: ID!) {
  workspace(id: $workspaceId) {
    tokens(first: 100) {
      nodes {
        ...TokenFields
      }
    }
    members(first: 500) {
      nodes {
        userId
        name
      }
    }
  }
}
    fragment TokenFields on ApiToken {
  id
  name
  prefix
  scopes
  role
  workspaceId
  mapIds
  createdById
  createdAt
  expiresAt
  lastUsedAt
}`) as unknown as TypedDocumentString<WorkspaceTokensQuery, WorkspaceTokensQueryVariables>;
export const TokenMapTitlesDocument = new TypedDocumentString(`
    query TokenMapTitles($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    ... on JourneyMap {
      id
      title {
        en
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TokenMapTitlesQuery, TokenMapTitlesQueryVariables>;
export const TokenMapsDocument = new TypedDocumentString(`
    query TokenMaps($workspaceId: ID!) {
  workspace(id: $workspaceId) {
    maps(first: 100) {
      nodes {
        id
        title {
          en
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TokenMapsQuery, TokenMapsQueryVariables>;
export const CreatePersonalTokenDocument = new TypedDocumentString(`
    mutation CreatePersonalToken($input: CreatePersonalTokenInput!) {
  createPersonalToken(input: $input) {
    __typename
    ... on CreatePersonalTokenPayload {
      secret
      token {
        ...TokenFields
      }
    }
    ... on UserError {
      code
      messageKey
      field
    }
  }
}
    fragment TokenFields on ApiToken {
  id
  name
  prefix
  scopes
  role
  workspaceId
  mapIds
  createdById
  createdAt
  expiresAt
  lastUsedAt
}`) as unknown as TypedDocumentString<CreatePersonalTokenMutation, CreatePersonalTokenMutationVariables>;
export const CreateWorkspaceTokenDocument = new TypedDocumentString(`
    mutation CreateWorkspaceToken($input: CreateWorkspaceTokenInput!) {
  createWorkspaceToken(input: $input) {
    __typename
    ... on CreateWorkspaceTokenPayload {
      secret
      token {
        ...TokenFields
      }
    }
    ... on UserError {
      code
      messageKey
      field
    }
  }
}
    fragment TokenFields on ApiToken {
  id
  name
  prefix
  scopes
  role
  workspaceId
  mapIds
  createdById
  createdAt
  expiresAt
  lastUsedAt
}`) as unknown as TypedDocumentString<CreateWorkspaceTokenMutation, CreateWorkspaceTokenMutationVariables>;
export const RevokeTokenDocument = new TypedDocumentString(`
    mutation RevokeToken($input: RevokeTokenInput!) {
  revokeToken(input: $input) {
    __typename
    ... on UserError {
      code
      messageKey
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RevokeTokenMutation, RevokeTokenMutationVariables>;
export const CreateMapDocument = new TypedDocumentString(`
    mutation CreateMap($input: CreateMapInput!) {
  createMap(input: $input) {
    __typename
    ... on CreateMapPayload {
      map {
        id
      }
    }
    ... on UserError {
      code
      messageKey
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CreateMapMutation, CreateMapMutationVariables>;
export const CreateWorkspaceDocument = new TypedDocumentString(`
    mutation CreateWorkspace($input: CreateWorkspaceInput!) {
  createWorkspace(input: $input) {
    __typename
    ... on CreateWorkspacePayload {
      workspace {
        id
      }
    }
    ... on UserError {
      code
      messageKey
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CreateWorkspaceMutation, CreateWorkspaceMutationVariables>;
export const DeleteMapDocument = new TypedDocumentString(`
    mutation DeleteMap($input: DeleteMapInput!) {
  deleteMap(input: $input) {
    __typename
    ... on UserError {
      code
      messageKey
      field
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteMapMutation, DeleteMapMutationVariables>;
export const ImportMermaidDocument = new TypedDocumentString(`
    mutation ImportMermaid($input: ImportMermaidInput!) {
  importMermaid(input: $input) {
    __typename
    ... on ImportMermaidPayload {
      map {
        id
        title {
          en
          id
        }
        stages {
          steps {
            id
          }
        }
        personas {
          id
        }
      }
      skippedLines {
        line
        text
        reason
      }
      adjustedLines {
        line
        text
        reason
      }
    }
    ... on UserError {
      code
      messageKey
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ImportMermaidMutation, ImportMermaidMutationVariables>;
export const MapListDocument = new TypedDocumentString(`
    query MapList($workspaceId: ID!, $search: String, $first: Int, $after: String) {
  workspace(id: $workspaceId) {
    maps(search: $search, first: $first, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      edges {
        node {
          id
          title {
            en
            id
          }
          type
          lastEditedAt
          viewerCan {
            delete
          }
          thumbnail {
            stages {
              colour
              steps: stepCount
            }
            lanes {
              kind
              colour
            }
            cells
            emotionLine
          }
          present {
            userId
            name
            team
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MapListQuery, MapListQueryVariables>;
export const PeopleDocument = new TypedDocumentString(`
    query People($workspaceId: ID!, $withInvitations: Boolean!, $after: String) {
  workspace(id: $workspaceId) {
    members(first: 500, after: $after) {
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        userId
        name
        email
        role
        team
      }
    }
    invitations(first: 100) @include(if: $withInvitations) {
      nodes {
        id
        role
        expiresAt
        uses
        usesMax
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const CreateInvitationDocument = new TypedDocumentString(`
    mutation CreateInvitation($input: CreateInvitationInput!) {
  createInvitation(input: $input) {
    __typename
    ... on CreateInvitationPayload {
      url
      invitation {
        id
        role
        expiresAt
        uses
        usesMax
      }
    }
    ... on UserError {
      code
      messageKey
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CreateInvitationMutation, CreateInvitationMutationVariables>;
export const RevokeInvitationDocument = new TypedDocumentString(`
    mutation RevokeInvitation($input: RevokeInvitationInput!) {
  revokeInvitation(input: $input) {
    __typename
    ... on UserError {
      code
      messageKey
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RevokeInvitationMutation, RevokeInvitationMutationVariables>;
export const SetMemberRoleDocument = new TypedDocumentString(`
    mutation SetMemberRole($input: SetMemberRoleInput!) {
  setMemberRole(input: $input) {
    __typename
    ... on UserError {
      code
      messageKey
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SetMemberRoleMutation, SetMemberRoleMutationVariables>;
export const RemoveMemberDocument = new TypedDocumentString(`
    mutation RemoveMember($input: RemoveMemberInput!) {
  removeMember(input: $input) {
    __typename
    ... on UserError {
      code
      messageKey
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveMemberMutation, RemoveMemberMutationVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    id
    name
    email
    workspaces {
      id
      name
      role
      team
      viewerCan
    }
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;