import type { Action } from '@jejak/access';

/** What something is done to, and so which record decides. */
export type Place = 'map' | 'workspace' | 'self';

/** What somebody must be allowed; the first that they are not is what they are told. */
export type Needs = readonly (readonly [Action, Place])[];

const structure: Needs = [['map:editStructure', 'map']];
const content: Needs = [['map:editContent', 'map']];
const create: Needs = [['map:create', 'workspace']];
const members: Needs = [['members:manage', 'workspace']];
const ownTokens: Needs = [['account:tokens', 'self']];
const tokens: Needs = [['tokens:manage', 'workspace']];
const webhooks: Needs = [['webhooks:manage', 'workspace']];

/** What each mutation needs. One that is missing here fails the test: think of who may do it before it can be done. */
export const mutationNeeds: Readonly<Record<string, Needs>> = {
  addCard: content,
  addLane: structure,
  addPersona: structure,
  addStage: structure,
  addStep: structure,
  // What it needs is what its operations need; those are tried one by one.
  applyOperations: structure,
  createInvitation: [['invitation:create', 'workspace']],
  createMap: create,
  createPersonalToken: ownTokens,
  createWebhook: webhooks,
  createWorkspace: [['workspace:create', 'self']],
  createWorkspaceToken: tokens,
  deleteCard: content,
  deleteLane: structure,
  deleteMap: [['map:delete', 'map']],
  deletePersona: structure,
  deleteStage: structure,
  deleteStep: structure,
  deleteWebhook: webhooks,
  editCard: content,
  importMermaid: create,
  moveCard: content,
  moveLane: structure,
  movePersona: structure,
  moveStage: structure,
  moveStep: structure,
  recolourLane: structure,
  recolourStage: structure,
  recolourStep: structure,
  redeliverWebhookDelivery: webhooks,
  removeMember: members,
  // The token is the workspace's: first whether somebody has to do with tokens at all, then with those of others.
  renameToken: [...ownTokens, ...tokens],
  restoreCard: content,
  restoreStructure: structure,
  revokeInvitation: [['invitation:revoke', 'workspace']],
  revokeToken: [...ownTokens, ...tokens],
  rotateWebhookSecret: webhooks,
  setCardText: content,
  setCharter: structure,
  setCurrentStateMap: structure,
  setEmotion: content,
  setEmotionWord: content,
  setLaneName: structure,
  setMapTitle: structure,
  setMapType: structure,
  setMemberRole: members,
  setPersonaText: structure,
  setStagePosition: structure,
  setStageText: structure,
  setStepText: structure,
  setViewerLocale: [['account:update', 'self']],
  setViewerTeam: [['membership:change', 'workspace']],
  tagCard: content,
  testWebhook: webhooks,
  updateCard: content,
  updateWebhook: webhooks,
};

/** Fields of the input that name a second record, which `decide` is asked about too. */
export const alsoReads: Readonly<Record<string, string>> = { setCurrentStateMap: 'otherMapId' };

/** What puts back what was deleted, so that it can be deleted again. */
export const putsBack: Readonly<Record<string, readonly [mutation: string, id: string]>> = {
  deleteCard: ['restoreCard', 'cardId'],
  deleteLane: ['restoreStructure', 'laneId'],
  deletePersona: ['restoreStructure', 'personaId'],
  deleteStage: ['restoreStructure', 'stageId'],
  deleteStep: ['restoreStructure', 'stepId'],
};

/** How a field that may be read says no. */
export type Refusal = 'error' | 'null';

/** A question about a map or a workspace. */
export interface Reading {
  readonly place: Place;
  readonly needs: Needs;
  /** The name of the id that is asked for instead of that of the place. */
  readonly idName?: string;
  /** With `$id` for the map or the workspace, and `$record` where a record of the map is asked for. */
  readonly query: string;
  /** How what lies beyond answers; what lies within and is not allowed is always an error unless told. */
  readonly beyond: Refusal;
  readonly within?: Refusal;
  /** Whether it is null for whoever asks as no person: without signing in, and with a token of a workspace. */
  readonly ofPerson?: boolean;
  /** Whether it is told to those who have not signed in. */
  readonly ofAnybody?: boolean;
}

const ofMap = (fields: string, ...more: Needs): Reading => ({
  place: 'map',
  needs: [['map:read', 'map'], ...more],
  query: `query ($id: ID!) { journeyMap(id: $id) { ${fields} } }`,
  beyond: 'error',
});
const ofWorkspace = (fields: string, ...more: Needs): Reading => ({
  place: 'workspace',
  needs: [['workspace:read', 'workspace'], ...more],
  query: `query ($id: ID!) { workspace(id: $id) { ${fields} } }`,
  beyond: 'null',
});
const ofSelf = (query: string, ...needs: Needs): Reading => ({
  place: 'self',
  needs,
  query,
  beyond: 'error',
});

/** What each root field, and each field with arguments of what they answer, needs. */
export const readings: Readonly<Record<string, Reading>> = {
  'Query.journeyMap': ofMap('id'),
  'Query.mapTemplates': ofSelf('{ mapTemplates { key } }'),
  'Query.node': {
    place: 'map',
    needs: [['map:read', 'map']],
    query: 'query ($id: ID!) { node(id: $id) { __typename } }',
    beyond: 'null',
    within: 'null',
  },
  'Query.nodes': {
    place: 'map',
    needs: [['map:read', 'map']],
    query: 'query ($id: ID!) { nodes(ids: [$id]) { __typename } }',
    beyond: 'null',
    within: 'null',
  },
  'Query.node of a member': {
    place: 'workspace',
    needs: [['members:read', 'workspace']],
    idName: 'memberId',
    query: 'query ($id: ID!) { node(id: $id) { ... on Member { name email } } }',
    beyond: 'null',
    within: 'null',
  },
  'Query.node of an invitation': {
    place: 'workspace',
    needs: [['invitation:create', 'workspace']],
    idName: 'invitationId',
    query: 'query ($id: ID!) { node(id: $id) { ... on Invitation { role uses } } }',
    beyond: 'null',
    within: 'null',
  },
  'Query.rateLimit': { ...ofSelf('{ rateLimit { __typename } }'), ofAnybody: true },
  'Query.viewer': { ...ofSelf('{ viewer { __typename } }'), ofPerson: true },
  'Query.viewerToken': ofSelf('{ viewerToken { __typename } }'),
  'Query.workspace': ofWorkspace('id'),
  'Query.workspaces': ofSelf('{ workspaces { __typename } }'),
  'JourneyMap.card': ofMap('card(id: "crd_absent000000") { id }'),
  'JourneyMap.cards': ofMap('cards(first: 1) { nodes { id } }'),
  'JourneyMap.events': ofMap('events(first: 1) { nodes { id } }', ['map:follow', 'map']),
  'JourneyMap.lastEventCursor': ofMap('lastEventCursor', ['map:follow', 'map']),
  'JourneyMap.mermaid': ofMap('mermaid(locale: EN) { text }'),
  'Workspace.auditVerdict': ofWorkspace('auditVerdict { __typename }', ['audit:read', 'workspace']),
  'Workspace.auditLog': ofWorkspace('auditLog { __typename }', ['audit:read', 'workspace']),
  'Workspace.webhook': ofWorkspace('webhook(id: "whk_absent000000") { id }', [
    'webhooks:manage',
    'workspace',
  ]),
  'Workspace.webhooks': ofWorkspace('webhooks { __typename }', ['webhooks:manage', 'workspace']),
  'Workspace.invitations': ofWorkspace('invitations { totalCount }', ['invitation:create', 'workspace']),
  'Workspace.maps': ofWorkspace('maps { totalCount }', ['map:list', 'workspace']),
  'Workspace.members': ofWorkspace('members { totalCount }', ['members:read', 'workspace']),
  'Workspace.tokens': ofWorkspace('tokens { totalCount }', ['tokens:manage', 'workspace']),
  'Viewer.tokens': {
    ...ofSelf('{ viewer { tokens { totalCount } } }', ['account:tokens', 'self']),
    ofPerson: true,
  },
};

/** What each subscription needs of the map it follows. */
export const subscriptionNeeds: Readonly<Record<string, Needs>> = {
  journeyEvents: [['map:follow', 'map']],
  mapChanged: [['map:follow', 'map']],
};
