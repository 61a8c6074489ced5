import { z } from 'zod';

/** Who somebody is, as the server stamps it; whatever a client sends here is replaced. */
export const presenceUserSchema = z.object({
  id: z.string(),
  name: z.string(),
  team: z.enum(['MARKETING', 'SALES', 'PRODUCT', 'SERVICE', 'OTHER']),
});
export type PresenceUser = z.infer<typeof presenceUserSchema>;

/** How long and how many the parts of a presence may be. */
export const presenceLimits = { idLength: 64, fieldLength: 32, offset: 20_000, selected: 20 } as const;

const id = z.string().max(presenceLimits.idLength);
const offset = z.number().int().min(0).max(presenceLimits.offset);

/** What a client may say about itself. Unknown fields are dropped by the server. */
export const presenceSchema = z.object({
  locale: z.enum(['en', 'id']).optional(),
  /** The grid cell the person is in. */
  cell: z.object({ laneId: id, columnId: id }).nullable().optional(),
  /** The record whose text the person is typing in, and where. */
  editing: z
    .object({
      recordId: id,
      field: z.string().max(presenceLimits.fieldLength),
      anchor: offset,
      head: offset,
    })
    .nullable()
    .optional(),
  typing: z.boolean().optional(),
  selection: z.array(id).max(presenceLimits.selected).optional(),
  drag: z.object({ cardId: id, laneId: id, columnId: id }).nullable().optional(),
});
export type Presence = z.infer<typeof presenceSchema>;

/** An awareness state as other clients receive it. */
export type PresenceState = Presence & { user: PresenceUser };
