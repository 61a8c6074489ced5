import type { ActorRef } from '@jejak/access';
import { builder } from '../../graphql/builder.ts';
import { type PageInfo, pageInfoRef, pageSize } from '../../graphql/connection.ts';
import { pageOf, reads } from '../../graphql/cost.ts';
import { decodeCursor, encodeCursor } from '../../graphql/cursor.ts';
import { actorKindEnum } from '../vocabulary/actorKindEnum.ts';
import { memberName } from '../workspaces/memberBatch.ts';
import type { AuditEntry } from './AuditEntry.ts';
import type { AuditFilter } from './AuditLog.ts';
import { checkAudit, countAudit, listAudit } from './listAudit.ts';
import { auditPorts } from './services.ts';
import type { AuditVerdict } from './verifyAudit.ts';

const firstMax = 100;
const firstDefault = 50;
const actsMax = 50;
const actLengthMax = 64;
const hashLength = 64;

interface AuditActor extends ActorRef {
  readonly workspaceId: string | null;
}

const actorRef = builder.objectRef<AuditActor>('AuditActor').implement({
  description: 'Who did something in a workspace.',
  fields: (t) => ({
    kind: t.expose('kind', { type: actorKindEnum, description: 'How they acted.' }),
    userId: t.exposeID('userId', { description: 'The person, or whose the program is.' }),
    tokenId: t.exposeID('tokenId', {
      nullable: true,
      description: 'The token that the program used; null for people.',
    }),
    name: t.string({
      nullable: true,
      description: 'Their name; null where they have left the workspace or you may not know who is in it.',
      extensions: reads(0.1),
      resolve: ({ workspaceId, userId }, _args, context) =>
        workspaceId === null ? null : memberName(workspaceId, userId, context),
    }),
  }),
});

const factRef = builder.objectRef<{ readonly name: string; readonly value: string }>('AuditFact').implement({
  description: 'A short fact about an act: an id, a role, a number. Never a text that somebody wrote.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name, as the argument of the mutation.' }),
    value: t.exposeString('value', { description: 'Its value as text.' }),
  }),
});

const entryRef = builder.objectRef<AuditEntry>('AuditEntry').implement({
  description: 'Something that was done in a workspace, or refused. It cannot be changed any more.',
  fields: (t) => ({
    sequence: t.exposeInt('n', { description: '1, 2, 3, … without a hole per workspace.' }),
    occurredAt: t.expose('at', { type: 'DateTime', description: 'When.' }),
    actor: t.field({
      type: actorRef,
      nullable: true,
      description: 'Who; null where nobody was signed in.',
      resolve: ({ actor, workspaceId }) => (actor === null ? null : { ...actor, workspaceId }),
    }),
    act: t.exposeString('act', { description: 'What, by the name of its mutation, e.g. `setMemberRole`.' }),
    refusedAs: t.exposeString('refusedAs', {
      nullable: true,
      description: 'Null when it was done; otherwise the code with which it was refused.',
    }),
    targetId: t.exposeID('targetId', { nullable: true, description: 'The record it was about.' }),
    facts: t.field({
      type: [factRef],
      description: 'What belongs to it.',
      resolve: ({ facts }) => Object.entries(facts).map(([name, value]) => ({ name, value: String(value) })),
    }),
    previousHash: t.exposeString('previousHash', { description: 'The hash of the entry before.' }),
    hash: t.exposeString('hash', {
      description: 'SHA-256 over the hash before and everything that is said here.',
    }),
  }),
});

interface AuditPage {
  readonly count: () => Promise<number>;
  readonly nodes: readonly AuditEntry[];
  readonly pageInfo: PageInfo;
}

const cursorOf = ({ n }: AuditEntry): string => encodeCursor([String(n)]);

const edgeRef = builder.objectRef<AuditEntry>('AuditEntryEdge').implement({
  description: 'An entry and its place.',
  fields: (t) => ({
    cursor: t.string({ description: 'Give it as `after` to go on behind this entry.', resolve: cursorOf }),
    node: t.field({ type: entryRef, description: 'The entry.', resolve: (entry) => entry }),
  }),
});

const pageRef = builder.objectRef<AuditPage>('AuditEntryConnection').implement({
  description: 'Some of what was done, newest first.',
  fields: (t) => ({
    edges: t.field({
      type: [edgeRef],
      description: 'Entries with cursors.',
      resolve: ({ nodes }) => [...nodes],
    }),
    nodes: t.field({
      type: [entryRef],
      description: 'Entries without cursors.',
      resolve: ({ nodes }) => [...nodes],
    }),
    pageInfo: t.expose('pageInfo', { type: pageInfoRef, description: 'Where the page ends.' }),
    totalCount: t.int({
      description: 'How many such entries there are.',
      extensions: reads(5),
      resolve: ({ count }) => count(),
    }),
  }),
});

const verdictRef = builder.objectRef<AuditVerdict>('AuditVerdict').implement({
  description: 'Whether a log still is what was written.',
  fields: (t) => ({
    intactCount: t.exposeInt('intact', {
      description: 'Entries that follow from each other, from the first.',
    }),
    headHash: t.exposeString('head', {
      description: 'The hash of the last of them. Noted elsewhere, it proves later that nothing was cut off.',
    }),
    brokenSequence: t.exposeInt('brokenAt', {
      nullable: true,
      description: 'The first entry that was changed or stands where one was removed; null when all is well.',
    }),
    knownSequence: t.exposeInt('knownAt', {
      nullable: true,
      description: 'The entry with the `knownHash` that was given; null where it is not there any more.',
    }),
  }),
});

const filterInput = builder.inputType('AuditFilterInput', {
  description: 'Which entries are wanted; what is left out does not matter.',
  fields: (t) => ({
    acts: t.stringList({ description: `Only these acts, up to ${actsMax}.` }),
    actorId: t.id({ description: 'Only what this person did, or programs of theirs.' }),
    isRefused: t.boolean({ description: 'Only what was refused, or only what was done.' }),
    earliestAt: t.field({ type: 'DateTime', description: 'From this moment on.' }),
    latestAt: t.field({ type: 'DateTime', description: 'Up to this moment.' }),
  }),
});

type Given = typeof filterInput.$inferInput | null | undefined;

function filterOf(given: Given): AuditFilter {
  const { acts, actorId, isRefused, earliestAt, latestAt } = given ?? {};
  return {
    ...(acts == null ? {} : { acts: acts.slice(0, actsMax).map((act) => act.slice(0, actLengthMax)) }),
    ...(actorId == null ? {} : { userId: actorId }),
    ...(isRefused == null ? {} : { refused: isRefused }),
    ...(earliestAt == null ? {} : { from: earliestAt }),
    ...(latestAt == null ? {} : { until: latestAt }),
  };
}

function placeOf(after: string | null | undefined): number | null {
  if (after == null) return null;
  const n = Number(decodeCursor(after, 1)[0]);
  return Number.isSafeInteger(n) && n > 0 ? n : 0;
}

builder.objectFields('Workspace', (t) => ({
  auditLog: t.field({
    type: pageRef,
    description:
      'Who did what when, newest first, for those who may read it. What changes on maps is told by events.',
    extensions: pageOf(2, 0.1, firstDefault),
    args: {
      first: t.arg.int({ description: `How many: 1 to ${firstMax}; ${firstDefault} unless told.` }),
      after: t.arg.string({ description: 'Cursor to go on behind.' }),
      filter: t.arg({ type: filterInput, description: 'Only some of it.' }),
    },
    resolve: async ({ id }, { first, after, filter }, context): Promise<AuditPage> => {
      const size = pageSize(first, firstMax, firstDefault);
      const before = placeOf(after);
      const entries = await listAudit(auditPorts(context), context.actor, {
        workspaceId: id,
        filter: filterOf(filter),
        before,
        limit: size + 1,
      });
      const nodes = entries.slice(0, size);
      const [newest] = nodes;
      const oldest = nodes.at(-1);
      return {
        nodes,
        count: () => countAudit(auditPorts(context), context.actor, id, filterOf(filter)),
        pageInfo: {
          hasNextPage: entries.length > size,
          hasPreviousPage: before !== null,
          startCursor: newest === undefined ? null : cursorOf(newest),
          endCursor: oldest === undefined ? null : cursorOf(oldest),
        },
      };
    },
  }),
  auditVerdict: t.field({
    type: verdictRef,
    description: 'Follows the whole log from its first entry and says whether it still is what was written.',
    extensions: reads(100),
    args: {
      knownHash: t.arg.string({
        description:
          'A `headHash` of before: whether its entry still is there tells that nothing was cut off.',
      }),
    },
    resolve: ({ id }, { knownHash }, context) =>
      checkAudit(auditPorts(context), context.actor, id, knownHash?.slice(0, hashLength) ?? null),
  }),
}));
