import { mapParts, presenceSchema, presenceUserSchema } from '@jejak/protocol';
import { z } from 'zod';

const presenceEntrySchema = z.object({
  clientId: z.number().int().min(0).max(0xffffffff),
  clock: z.number().int().min(0),
  state: presenceSchema.extend({ user: presenceUserSchema }).nullable(),
});

const mapMessageSchema = z.discriminatedUnion('kind', [
  /** The log of a document stands at `seq`; where it is little, what the entry of that number holds, in base64. */
  z.object({
    kind: z.literal('log'),
    part: z.enum(mapParts),
    seq: z.number().int(),
    /** How long nodes let one another go first, when one has met another's entry. */
    holdMs: z.number().min(0).exactOptional(),
    entry: z.object({ epoch: z.number().int(), updates: z.array(z.string()) }).exactOptional(),
  }),
  z.object({ kind: z.literal('presence'), entries: z.array(presenceEntrySchema).max(1_000) }),
  /** A node opened the map and asks who is there. */
  z.object({ kind: z.literal('whoIsThere') }),
  z.object({ kind: z.literal('removed') }),
]);

const subjectSchema = z.object({
  userId: z.string().exactOptional(),
  sessionId: z.string().exactOptional(),
  tokenId: z.string().exactOptional(),
  mapId: z.string().exactOptional(),
  workspaceId: z.string().exactOptional(),
});

const controlMessageSchema = z.object({
  kind: z.literal('disconnect'),
  subject: subjectSchema,
  code: z.number().int().min(1000).max(4999),
});

/** Of a map with more people on one node the others are told these many. */
export const peopleToldMax = 24;

const peopleMessageSchema = z.discriminatedUnion('kind', [
  /** Who is in some maps by connections of one node; `count` rises with each of its messages. */
  z.object({
    kind: z.literal('people'),
    node: z.string().max(64),
    count: z.number().int().min(0),
    maps: z
      .array(z.object({ mapId: z.string().max(64), people: z.array(presenceUserSchema).max(peopleToldMax) }))
      .max(1_000),
  }),
  /** A node has begun to listen and asks for all of it. */
  z.object({ kind: z.literal('whoIsWhere') }),
]);

/** What nodes tell one another about one map. */
export type MapMessage = z.infer<typeof mapMessageSchema>;
/** What nodes tell one another about connections. */
export type ControlMessage = z.infer<typeof controlMessageSchema>;
/** What nodes tell one another about who is in which map. */
export type PeopleMessage = z.infer<typeof peopleMessageSchema>;

/** Topic of the messages that concern every node. */
export const controlTopic = 'control';

/** Topic on which all nodes tell who is in their maps. */
export const peopleTopic = 'people';

/** Topic of one map. */
export function mapTopic(mapId: string): string {
  return `map:${mapId}`;
}

/** Reads a map message; null when it is none of ours. */
export function parseMapMessage(text: string): MapMessage | null {
  return parse(mapMessageSchema, text);
}

/** Reads a control message; null when it is none of ours. */
export function parseControlMessage(text: string): ControlMessage | null {
  return parse(controlMessageSchema, text);
}

/** Reads a message about people; null when it is none of ours. */
export function parsePeopleMessage(text: string): PeopleMessage | null {
  return parse(peopleMessageSchema, text);
}

function parse<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    const result = schema.safeParse(JSON.parse(text));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}
