import { z } from 'zod';

/** Who somebody is, as the server stamps it; whatever a client sends here is replaced. */
export const presenceUserSchema = z.object({
  id: z.string(),
  name: z.string(),
  team: z.enum(['MARKETING', 'SALES', 'PRODUCT', 'SERVICE', 'OTHER']),
});
export type PresenceUser = z.infer<typeof presenceUserSchema>;

const id = z.string().max(64);

/** What a client may say about itself. Unknown fields are dropped by the server. */
export const presenceSchema = z.object({
  locale: z.enum(['en', 'id']).optional(),
  /** The grid cell the person is in. */
  cell: z.object({ laneId: id, columnId: id }).nullable().optional(),
  /** The record whose text the person is typing in, and where. */
  editing: z
    .object({
      recordId: id,
      field: z.string().max(32),
      anchor: z.number().int().min(0).max(20_000),
      head: z.number().int().min(0).max(20_000),
    })
    .nullable()
    .optional(),
  typing: z.boolean().optional(),
  selection: z.array(id).max(20).optional(),
  drag: z.object({ cardId: id, laneId: id, columnId: id }).nullable().optional(),
});
export type Presence = z.infer<typeof presenceSchema>;

/** An awareness state as other clients receive it. */
export type PresenceState = Presence & { user: PresenceUser };
