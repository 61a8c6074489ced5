/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

export type CreateMapMutationVariables = Exact<{
  input: CreateMapInput;
}>;


export type CreateMapMutation = { createMap:
    | { __typename: 'CreateMapPayload', map: { id: string } }
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


export type MapListQuery = { workspace: { maps: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, edges: Array<{ node: { id: string, type: MapType, lastEditedAt: string, title: { en: string, id: string }, thumbnail: { cells: Array<Array<number>>, emotionLine: Array<number | null>, stages: Array<{ colour: string | null, steps: number }>, lanes: Array<{ kind: string, colour: string | null }> }, present: Array<{ userId: string, name: string, team: TeamKind }> } }> } } | null };

export type PeopleQueryVariables = Exact<{
  workspaceId: string;
  withInvitations: boolean;
}>;


export type PeopleQuery = { workspace: { members: Array<{ userId: string, name: string, email: string, role: Role, team: TeamKind }>, invitations?: Array<{ id: string, role: Role, expiresAt: string, uses: number, usesMax: number }> } | null };

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

export const SetViewerLocaleDocument = new TypedDocumentString(`
    mutation SetViewerLocale($input: SetViewerLocaleInput!) {
  setViewerLocale(input: $input) {
    __typename
  }
}
    `) as unknown as TypedDocumentString<SetViewerLocaleMutation, SetViewerLocaleMutationVariables>;
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
          thumbnail {
            stages {
              colour
              steps
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
    query People($workspaceId: ID!, $withInvitations: Boolean!) {
  workspace(id: $workspaceId) {
    members {
      userId
      name
      email
      role
      team
    }
    invitations @include(if: $withInvitations) {
      id
      role
      expiresAt
      uses
      usesMax
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