import type { ApiBed, ApiCall } from './ApiBed.ts';
import type { ApiTrial } from './apiTrials.ts';

const none = { structure: 0, content: 0 };
const mermaid = 'journey\n  title Shop\n  section Before\n    Look around: 3: Ani';
let named = 0;

/** A name that nothing else has. */
const newName = (): string => `Named ${++named}`;

async function titlesOf(bed: ApiBed, title: string): Promise<number> {
  const { maps } = await bed.read<{ maps: { totalCount: number } }>(
    'workspace',
    'query($id:ID!,$title:String){workspace(id:$id){maps(search:$title){totalCount}}}',
    { id: bed.team.workspaceId, title },
  );
  return maps.totalCount;
}

interface Made {
  readonly map: { readonly id: string };
  readonly webhook: { readonly id: string };
  readonly invitation: { readonly id: string };
}

async function make(bed: ApiBed, call: ApiCall): Promise<Made> {
  return (await bed.call(call)) as unknown as Made;
}

async function newWebhook(bed: ApiBed): Promise<string> {
  const input = { workspaceId: bed.team.workspaceId, url: 'http://127.0.0.1:9/', kinds: ['PERSONA_ADDED'] };
  const { webhook } = await make(bed, { name: 'createWebhook', input, select: 'webhook{id}' });
  return webhook.id;
}

const newMap = (bed: ApiBed, title: string): Promise<Made> =>
  make(bed, {
    name: 'createMap',
    input: { workspaceId: bed.team.workspaceId, title, template: 'BLANK', locale: 'EN' },
    select: 'map{id}',
  });

interface WebhooksNow {
  readonly webhooks: readonly {
    readonly id: string;
    readonly pausedBecause: string | null;
    readonly deliveries: { readonly totalCount: number };
  }[];
}

async function webhookNow(bed: ApiBed, webhookId: string): Promise<unknown> {
  const { webhooks } = await bed.read<WebhooksNow>(
    'workspace',
    'query($id:ID!){workspace(id:$id){webhooks{id pausedBecause deliveries(first:5){totalCount}}}}',
    { id: bed.team.workspaceId },
  );
  return webhooks.filter(({ id }) => id === webhookId);
}

async function memberNow(bed: ApiBed, userId: string): Promise<unknown> {
  const { members } = await bed.read<{ members: { nodes: { userId: string; role: string }[] } }>(
    'workspace',
    'query($id:ID!){workspace(id:$id){members(first:100){nodes{userId role}}}}',
    { id: bed.team.workspaceId },
  );
  return members.nodes.find((member) => member.userId === userId)?.role ?? null;
}

/** Everything else that may be repeated. */
export const actTrials: readonly ApiTrial[] = [
  {
    name: 'a map is made',
    writes: { structure: 1, content: 0 },
    async prepare(bed) {
      const title = newName();
      const input = { workspaceId: bed.team.workspaceId, title, template: 'DIGITAL', locale: 'EN' };
      const select = 'map{id title{en} stages{name{en}}}';
      return { call: { name: 'createMap', input, select }, look: () => titlesOf(bed, title) };
    },
  },
  {
    name: 'a map is imported',
    writes: { structure: 1, content: 0 },
    async prepare(bed) {
      const title = newName();
      const text = mermaid.replace('Shop', title);
      const input = { workspaceId: bed.team.workspaceId, title, text, locale: 'EN' };
      const select = 'map{id title{en} stages{name{en}}}';
      return { call: { name: 'importMermaid', input, select }, look: () => titlesOf(bed, title) };
    },
  },
  {
    name: 'a map is deleted',
    writes: none,
    async prepare(bed) {
      const title = newName();
      const { map } = await newMap(bed, title);
      const docIds = ['structure', 'content'].map((part) => `${map.id}/${part}`);
      return {
        call: { name: 'deleteMap', input: { mapId: map.id }, select: 'deletedId' },
        look: async () => [
          await titlesOf(bed, title),
          await bed.database.connection.collection('mapLog').countDocuments({ docId: { $in: docIds } }),
        ],
      };
    },
  },
  {
    name: 'a workspace is made',
    writes: none,
    async prepare(bed) {
      const name = newName();
      return {
        call: {
          name: 'createWorkspace',
          input: { name, team: 'SALES' },
          select: 'workspace{id name}',
        },
        look: async () => {
          const all = await bed.read<{ name: string }[]>('workspaces', '{workspaces{name}}', {});
          return all.filter((workspace) => workspace.name === name).length;
        },
      };
    },
  },
  {
    name: 'a member gets another role',
    writes: none,
    async prepare(bed) {
      const { workspaceId } = bed.team;
      const { userId } = await bed.seed.person({ workspaceId, role: 'viewer' });
      return {
        call: {
          name: 'setMemberRole',
          input: { workspaceId, userId, role: 'COMMENTER' },
          select: 'userId role',
        },
        look: () => memberNow(bed, userId),
      };
    },
  },
  {
    name: 'somebody steps down',
    writes: none,
    async prepare(bed) {
      const { workspaceId } = bed.team;
      const person = await bed.seed.person({ workspaceId, role: 'admin' });
      return {
        call: {
          by: person,
          name: 'setMemberRole',
          input: { workspaceId, userId: person.userId, role: 'EDITOR' },
          select: 'userId role',
        },
        look: () => memberNow(bed, person.userId),
      };
    },
  },
  {
    name: 'a member is removed',
    writes: none,
    async prepare(bed) {
      const { workspaceId } = bed.team;
      const { userId } = await bed.seed.person({ workspaceId, role: 'viewer' });
      return {
        call: { name: 'removeMember', input: { workspaceId, userId }, select: 'userId' },
        look: () => memberNow(bed, userId),
      };
    },
  },
  {
    name: 'a team is set',
    writes: none,
    async prepare(bed) {
      const input = { workspaceId: bed.team.workspaceId, team: 'SERVICE' };
      return {
        call: { name: 'setViewerTeam', input, select: 'team' },
        look: async () =>
          (await bed.read<{ team: string }[]>('workspaces', '{workspaces{team}}', {})).map(
            ({ team }) => team,
          )[0],
      };
    },
  },
  {
    name: 'a language is set',
    writes: none,
    async prepare(bed) {
      return {
        call: { name: 'setViewerLocale', input: { locale: 'ID' }, select: 'locale' },
        look: () => bed.read('viewer', '{viewer{locale}}', {}),
      };
    },
  },
  {
    name: 'an invitation is revoked',
    writes: none,
    async prepare(bed) {
      const { workspaceId } = bed.team;
      const { invitation } = await make(bed, {
        name: 'createInvitation',
        input: { workspaceId, role: 'VIEWER' },
        select: 'invitation{id}',
      });
      const input = { workspaceId, invitationId: invitation.id };
      return {
        call: { name: 'revokeInvitation', input, select: 'invitationId' },
        look: async () => 'one that is revoked cannot be revoked again',
      };
    },
  },
  {
    name: 'a webhook is paused',
    writes: none,
    async prepare(bed) {
      const webhookId = await newWebhook(bed);
      return {
        call: {
          name: 'updateWebhook',
          input: { webhookId, isPaused: true },
          select: 'webhook{pausedBecause}',
        },
        look: () => webhookNow(bed, webhookId),
      };
    },
  },
  {
    name: 'a webhook is tested',
    writes: none,
    async prepare(bed) {
      const webhookId = await newWebhook(bed);
      return {
        call: { name: 'testWebhook', input: { webhookId }, select: 'delivery{id type}' },
        look: () => webhookNow(bed, webhookId),
      };
    },
  },
  {
    name: 'a webhook is deleted',
    writes: none,
    async prepare(bed) {
      const webhookId = await newWebhook(bed);
      return {
        call: { name: 'deleteWebhook', input: { webhookId }, select: 'webhookId' },
        look: () => webhookNow(bed, webhookId),
      };
    },
  },
];
