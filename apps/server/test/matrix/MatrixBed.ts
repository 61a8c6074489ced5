import { createHash } from 'node:crypto';
import { type AccessActor, type Role, roles, tokenScopes } from '@jejak/access';
import { identityModels } from '../../src/auth/identityModels.ts';
import type { SeededPerson } from '../seed.ts';
import { type MadeToken, TokenBed } from '../tokens/TokenBed.ts';

/** Somebody who tries everything: how they sign in, and what `decide` knows of them. */
export interface Asker {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly access: AccessActor;
  /** False for whom `viewer` is null. */
  readonly isPerson: boolean;
}

/** Ids of what a workspace holds, by the names of the arguments that take them. */
export type Ids = Readonly<Record<string, string>>;

/** An answer of `/graphql`, byte for byte. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
}

/** An address that nobody has. */
const nowhere = 'https://hooks.invalid/';
const allScopes = [...tokenScopes];
const nobody: AccessActor = { kind: 'nobody' };

/** Two workspaces that hold the same things, and everybody who may have something to do with the first. */
export class MatrixBed {
  readonly base: TokenBed;
  readonly own: Ids;
  readonly foreign: Ids;
  readonly absent: Ids;
  readonly askers: readonly Asker[];
  readonly stranger: SeededPerson;

  private constructor(parts: Pick<MatrixBed, 'base' | 'own' | 'foreign' | 'askers' | 'stranger'>) {
    this.base = parts.base;
    this.own = parts.own;
    this.foreign = parts.foreign;
    this.askers = parts.askers;
    this.stranger = parts.stranger;
    this.absent = Object.fromEntries(
      Object.entries(parts.foreign).map(([name, id]) => [name, `${id.slice(0, 4)}absent000000`]),
    );
  }

  static async start(): Promise<MatrixBed> {
    const base = await TokenBed.start();
    const { seed, team } = base;
    const elsewhere = await seed.workspace('Elsewhere');
    const stranger = await seed.person({ workspaceId: elsewhere, role: 'owner' });
    const own = await fill(base, team.workspaceId, team.owner, base.map(0), base.map(1));
    const [first, second] = [
      await base.newMap('Theirs', elsewhere, stranger),
      await base.newMap('Theirs too', elsewhere, stranger),
    ];
    const foreign = await fill(base, elsewhere, stranger, first, second);
    const askers = await everybody(base, own, elsewhere, stranger);
    return new MatrixBed({ base, own, foreign, askers, stranger });
  }

  async post(body: object, headers: Readonly<Record<string, string>>): Promise<RawAnswer> {
    const response = await fetch(`${this.base.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  }

  /** Lets nobody ask so often that the document is compiled: then the same runs for all who ask it. */
  async compile(query: string): Promise<void> {
    for (let run = 0; run < 4; run += 1) await this.post({ query, variables: { id: '' } }, {});
  }

  /** What the owner does so that there is something to try on; throws where it fails. */
  act(name: string, input: object, fields: string) {
    return act(this.base, this.base.team.owner, name, input, fields);
  }

  /** Hashes of all that a mutation could change: people, rights, links, tokens, maps and their versions. */
  async state(): Promise<Readonly<Record<string, string>>> {
    const state: Record<string, string> = {};
    const { connection } = this.base.server.database;
    const names = (await connection.listCollections()).map(({ name }) => name).sort();
    for (const name of names.filter((each) => !passing.test(each))) {
      const records = await connection.collection(name).find().sort({ _id: 1 }).toArray();
      const text = JSON.stringify(records, (key, value) => (drifting.has(key) ? null : value));
      state[name] = createHash('sha256').update(text).digest('hex');
    }
    const versions = [
      [this.own, this.base.team.owner],
      [this.foreign, this.stranger],
    ] as const;
    for (const [ids, as] of versions) {
      const query =
        'query ($a: ID!, $b: ID!) { a: journeyMap(id: $a) { mapVersion } b: journeyMap(id: $b) { mapVersion } }';
      const { data } = await this.base.ask(query, { a: ids.mapId, b: ids.otherMapId }, as);
      if (!data) throw new Error('the maps cannot be read');
      state[`maps of ${ids.workspaceId}`] = JSON.stringify(data);
    }
    return state;
  }

  async close(): Promise<void> {
    await this.base.server.close();
  }
}

/**
 * What is kept of live maps, and derived from that: told by their versions, while upkeep goes on beside. What was
 * refused is written down in the audit log, as it should be.
 */
const passing = /^(map[A-Z]|webhook(Deliver|Cursor)|auditLog|journeyEvents|node|lease|probe|write)/;
/** Facts that follow within seconds of an edit, of a use, or of sending to an address that nobody has. */
const drifting = new Set([
  'lastUsedAt',
  'lastEditedAt',
  'thumbnail',
  'title',
  'version',
  'type',
  'search',
  'failedInRow',
  'failingSince',
  'pausedBecause',
  'sweepDueAt',
  'sweptTo',
]);

async function act(bed: TokenBed, as: SeededPerson, name: string, input: object, fields: string) {
  const done = await bed.act(name, input, fields, as);
  if ('messageKey' in done) throw new Error(`${name} failed: ${JSON.stringify(done)}`);
  return done;
}

const idIn = (value: unknown): string => {
  if (typeof value === 'object' && value !== null && 'id' in value) return String(value.id);
  throw new Error(`no id in ${JSON.stringify(value)}`);
};

/** Puts one of everything into a workspace. */
async function fill(
  bed: TokenBed,
  workspaceId: string,
  as: SeededPerson,
  mapId: string,
  otherMapId: string,
): Promise<Ids> {
  const text = { en: 'Kept' };
  const make = async (name: string, shows: string, input: object) =>
    idIn((await act(bed, as, name, { mapId, ...input }, `${shows} { id }`))[shows]);
  const stageId = await make('addStage', 'stage', { name: text });
  const stepId = await make('addStep', 'step', { stageId, name: text });
  const laneId = await make('addLane', 'lane', { kind: 'CUSTOM', name: text });
  const personaId = await make('addPersona', 'persona', { name: text });
  const cardId = await make('addCard', 'card', { columnId: stepId, laneId, text });
  await act(bed, as, 'setMapType', { mapId, type: 'FUTURE_STATE' }, 'changed');
  const spare = await bed.seed.person({ workspaceId, role: 'viewer' });
  const membership = await identityModels(bed.server.database.connection).Member.findOne({
    userId: spare.userId,
  });
  const link = await act(bed, as, 'createInvitation', { workspaceId, role: 'VIEWER' }, 'invitation { id }');
  const token = await bed.ofWorkspace({ workspaceId, role: 'VIEWER', scopes: ['maps:read'] }, as);
  const hook = await act(bed, as, 'createWebhook', { workspaceId, url: nowhere }, 'webhook { id }');
  const webhookId = idIn(hook.webhook);
  const ping = await act(bed, as, 'testWebhook', { webhookId }, 'delivery { id }');
  return {
    workspaceId,
    mapId,
    otherMapId,
    stageId,
    stepId,
    laneId,
    personaId,
    cardId,
    userId: spare.userId,
    memberId: idIn({ id: membership?._id }),
    invitationId: idIn(link.invitation),
    tokenId: token.id,
    webhookId,
    deliveryId: idIn(ping.delivery),
  };
}

/** Everybody who asks. */
async function everybody(
  bed: TokenBed,
  own: Ids,
  elsewhere: string,
  stranger: SeededPerson,
): Promise<readonly Asker[]> {
  const { team } = bed;
  const { workspaceId } = team;
  const asOwner = [{ workspaceId, role: 'owner' as const }];
  const bearer = ({ secret }: MadeToken) => ({ authorization: `Bearer ${secret}` });
  const person = (role: Role): Asker => ({
    name: role,
    headers: { cookie: team[role].cookie },
    access: { kind: 'member', memberships: [{ workspaceId, role }], token: null },
    isPerson: true,
  });
  const program = async (name: string, scopes: typeof allScopes, mapIds: string[] | null): Promise<Asker> => {
    const token = await bed.personal({ scopes, mapIds });
    const limit = mapIds === null ? null : workspaceId;
    return {
      name,
      headers: bearer(token),
      access: {
        kind: 'member',
        memberships: asOwner,
        token: { tokenId: token.id, scopes, workspaceId: limit, mapIds },
      },
      isPerson: true,
    };
  };
  const scopes: typeof allScopes = ['maps:write', 'members:write', 'events:read'];
  const robot = await bed.ofWorkspace({ scopes });
  const [late, revoked] = [
    await bed.personal({ scopes: allScopes }),
    await bed.personal({ scopes: allScopes }),
  ];
  await bed.server.database.connection
    .collection('apiTokens')
    .updateOne({ _id: late.id as never }, { $set: { expiresAt: new Date(0) } });
  await bed.revoke(revoked);
  const programs: Asker[] = [];
  for (const scope of tokenScopes) programs.push(await program(`token with ${scope}`, [scope], null));
  return [
    { name: 'nobody', headers: {}, access: nobody, isPerson: false },
    ...roles.map(person),
    {
      name: 'owner elsewhere',
      headers: { cookie: stranger.cookie },
      access: { kind: 'member', memberships: [{ workspaceId: elsewhere, role: 'owner' }], token: null },
      isPerson: true,
    },
    ...programs,
    await program('token for this map', allScopes, [own.mapId ?? '']),
    await program('token for another map', allScopes, [own.otherMapId ?? '']),
    {
      name: 'token of the workspace',
      headers: bearer(robot),
      access: {
        kind: 'member',
        memberships: [{ workspaceId, role: 'editor' }],
        token: { tokenId: robot.id, scopes, workspaceId, mapIds: null },
      },
      isPerson: false,
    },
    { name: 'token that ran out', headers: bearer(late), access: nobody, isPerson: true },
    { name: 'revoked token', headers: bearer(revoked), access: nobody, isPerson: true },
  ];
}
