/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "mutation SetViewerLocale($input: SetViewerLocaleInput!) {\n  setViewerLocale(input: $input) {\n    __typename\n  }\n}": typeof types.SetViewerLocaleDocument,
    "mutation CreateMap($input: CreateMapInput!) {\n  createMap(input: $input) {\n    __typename\n    ... on CreateMapPayload {\n      map {\n        id\n      }\n    }\n    ... on UserError {\n      code\n      messageKey\n      field\n    }\n  }\n}": typeof types.CreateMapDocument,
    "mutation ImportMermaid($input: ImportMermaidInput!) {\n  importMermaid(input: $input) {\n    __typename\n    ... on ImportMermaidPayload {\n      map {\n        id\n        title {\n          en\n          id\n        }\n        stages {\n          steps {\n            id\n          }\n        }\n        personas {\n          id\n        }\n      }\n      skippedLines {\n        line\n        text\n        reason\n      }\n      adjustedLines {\n        line\n        text\n        reason\n      }\n    }\n    ... on UserError {\n      code\n      messageKey\n      field\n    }\n  }\n}": typeof types.ImportMermaidDocument,
    "query MapList($workspaceId: ID!, $search: String, $first: Int, $after: String) {\n  workspace(id: $workspaceId) {\n    maps(search: $search, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      edges {\n        node {\n          id\n          title {\n            en\n            id\n          }\n          type\n          lastEditedAt\n          thumbnail {\n            stages {\n              colour\n              steps\n            }\n            lanes {\n              kind\n              colour\n            }\n            cells\n            emotionLine\n          }\n          present {\n            userId\n            name\n            team\n          }\n        }\n      }\n    }\n  }\n}": typeof types.MapListDocument,
    "query People($workspaceId: ID!, $withInvitations: Boolean!) {\n  workspace(id: $workspaceId) {\n    members {\n      userId\n      name\n      email\n      role\n      team\n    }\n    invitations @include(if: $withInvitations) {\n      id\n      role\n      expiresAt\n      uses\n      usesMax\n    }\n  }\n}\n\nmutation CreateInvitation($input: CreateInvitationInput!) {\n  createInvitation(input: $input) {\n    __typename\n    ... on CreateInvitationPayload {\n      url\n      invitation {\n        id\n        role\n        expiresAt\n        uses\n        usesMax\n      }\n    }\n    ... on UserError {\n      code\n      messageKey\n      field\n    }\n  }\n}\n\nmutation RevokeInvitation($input: RevokeInvitationInput!) {\n  revokeInvitation(input: $input) {\n    __typename\n    ... on UserError {\n      code\n      messageKey\n      field\n    }\n  }\n}\n\nmutation SetMemberRole($input: SetMemberRoleInput!) {\n  setMemberRole(input: $input) {\n    __typename\n    ... on UserError {\n      code\n      messageKey\n      field\n    }\n  }\n}\n\nmutation RemoveMember($input: RemoveMemberInput!) {\n  removeMember(input: $input) {\n    __typename\n    ... on UserError {\n      code\n      messageKey\n      field\n    }\n  }\n}": typeof types.PeopleDocument,
    "query Viewer {\n  viewer {\n    id\n    name\n    email\n    workspaces {\n      id\n      name\n      role\n      team\n      viewerCan\n    }\n  }\n}": typeof types.ViewerDocument,
};
const documents: Documents = {
    "mutation SetViewerLocale($input: SetViewerLocaleInput!) {\n  setViewerLocale(input: $input) {\n    __typename\n  }\n}": types.SetViewerLocaleDocument,
    "mutation CreateMap($input: CreateMapInput!) {\n  createMap(input: $input) {\n    __typename\n    ... on CreateMapPayload {\n      map {\n        id\n      }\n    }\n    ... on UserError {\n      code\n      messageKey\n      field\n    }\n  }\n}": types.CreateMapDocument,
    "mutation ImportMermaid($input: ImportMermaidInput!) {\n  importMermaid(input: $input) {\n    __typename\n    ... on ImportMermaidPayload {\n      map {\n        id\n        title {\n          en\n          id\n        }\n        stages {\n          steps {\n            id\n          }\n        }\n        personas {\n          id\n        }\n      }\n      skippedLines {\n        line\n        text\n        reason\n      }\n      adjustedLines {\n        line\n        text\n        reason\n      }\n    }\n    ... on UserError {\n      code\n      messageKey\n      field\n    }\n  }\n}": types.ImportMermaidDocument,
    "query MapList($workspaceId: ID!, $search: String, $first: Int, $after: String) {\n  workspace(id: $workspaceId) {\n    maps(search: $search, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      edges {\n        node {\n          id\n          title {\n            en\n            id\n          }\n          type\n          lastEditedAt\n          thumbnail {\n            stages {\n              colour\n              steps\n            }\n            lanes {\n              kind\n              colour\n            }\n            cells\n            emotionLine\n          }\n          present {\n            userId\n            name\n            team\n          }\n        }\n      }\n    }\n  }\n}": types.MapListDocument,
    "query People($workspaceId: ID!, $withInvitations: Boolean!) {\n  workspace(id: $workspaceId) {\n    members {\n      userId\n      name\n      email\n      role\n      team\n    }\n    invitations @include(if: $withInvitations) {\n      id\n      role\n      expiresAt\n      uses\n      usesMax\n    }\n  }\n}\n\nmutation CreateInvitation($input: CreateInvitationInput!) {\n  createInvitation(input: $input) {\n    __typename\n    ... on CreateInvitationPayload {\n      url\n      invitation {\n        id\n        role\n        expiresAt\n        uses\n        usesMax\n      }\n    }\n    ... on UserError {\n      code\n      messageKey\n      field\n    }\n  }\n}\n\nmutation RevokeInvitation($input: RevokeInvitationInput!) {\n  revokeInvitation(input: $input) {\n    __typename\n    ... on UserError {\n      code\n      messageKey\n      field\n    }\n  }\n}\n\nmutation SetMemberRole($input: SetMemberRoleInput!) {\n  setMemberRole(input: $input) {\n    __typename\n    ... on UserError {\n      code\n      messageKey\n      field\n    }\n  }\n}\n\nmutation RemoveMember($input: RemoveMemberInput!) {\n  removeMember(input: $input) {\n    __typename\n    ... on UserError {\n      code\n      messageKey\n      field\n    }\n  }\n}": types.PeopleDocument,
    "query Viewer {\n  viewer {\n    id\n    name\n    email\n    workspaces {\n      id\n      name\n      role\n      team\n      viewerCan\n    }\n  }\n}": types.ViewerDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SetViewerLocale($input: SetViewerLocaleInput!) {\n  setViewerLocale(input: $input) {\n    __typename\n  }\n}"): typeof import('./graphql.ts').SetViewerLocaleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreateMap($input: CreateMapInput!) {\n  createMap(input: $input) {\n    __typename\n    ... on CreateMapPayload {\n      map {\n        id\n      }\n    }\n    ... on UserError {\n      code\n      messageKey\n      field\n    }\n  }\n}"): typeof import('./graphql.ts').CreateMapDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ImportMermaid($input: ImportMermaidInput!) {\n  importMermaid(input: $input) {\n    __typename\n    ... on ImportMermaidPayload {\n      map {\n        id\n        title {\n          en\n          id\n        }\n        stages {\n          steps {\n            id\n          }\n        }\n        personas {\n          id\n        }\n      }\n      skippedLines {\n        line\n        text\n        reason\n      }\n      adjustedLines {\n        line\n        text\n        reason\n      }\n    }\n    ... on UserError {\n      code\n      messageKey\n      field\n    }\n  }\n}"): typeof import('./graphql.ts').ImportMermaidDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query MapList($workspaceId: ID!, $search: String, $first: Int, $after: String) {\n  workspace(id: $workspaceId) {\n    maps(search: $search, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      edges {\n        node {\n          id\n          title {\n            en\n            id\n          }\n          type\n          lastEditedAt\n          thumbnail {\n            stages {\n              colour\n              steps\n            }\n            lanes {\n              kind\n              colour\n            }\n            cells\n            emotionLine\n          }\n          present {\n            userId\n            name\n            team\n          }\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.ts').MapListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query People($workspaceId: ID!, $withInvitations: Boolean!) {\n  workspace(id: $workspaceId) {\n    members {\n      userId\n      name\n      email\n      role\n      team\n    }\n    invitations @include(if: $withInvitations) {\n      id\n      role\n      expiresAt\n      uses\n      usesMax\n    }\n  }\n}\n\nmutation CreateInvitation($input: CreateInvitationInput!) {\n  createInvitation(input: $input) {\n    __typename\n    ... on CreateInvitationPayload {\n      url\n      invitation {\n        id\n        role\n        expiresAt\n        uses\n        usesMax\n      }\n    }\n    ... on UserError {\n      code\n      messageKey\n      field\n    }\n  }\n}\n\nmutation RevokeInvitation($input: RevokeInvitationInput!) {\n  revokeInvitation(input: $input) {\n    __typename\n    ... on UserError {\n      code\n      messageKey\n      field\n    }\n  }\n}\n\nmutation SetMemberRole($input: SetMemberRoleInput!) {\n  setMemberRole(input: $input) {\n    __typename\n    ... on UserError {\n      code\n      messageKey\n      field\n    }\n  }\n}\n\nmutation RemoveMember($input: RemoveMemberInput!) {\n  removeMember(input: $input) {\n    __typename\n    ... on UserError {\n      code\n      messageKey\n      field\n    }\n  }\n}"): typeof import('./graphql.ts').PeopleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Viewer {\n  viewer {\n    id\n    name\n    email\n    workspaces {\n      id\n      name\n      role\n      team\n      viewerCan\n    }\n  }\n}"): typeof import('./graphql.ts').ViewerDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
