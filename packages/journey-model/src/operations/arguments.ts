import { z } from 'zod';
import { forbiddenKeys, mapLimits } from '../limits.ts';
import { wellFormed } from '../schema/localizedText.ts';
import { idPattern } from '../schema/values.ts';
import {
  cardKinds,
  channelKeys,
  colours,
  laneKinds,
  locales,
  mapTypes,
  painCauses,
  purchasePositions,
  teams,
} from '../vocabulary.ts';

/** The id of a record. */
export const idArgument = z
  .string()
  .min(1)
  .max(mapLimits.idLengthMax)
  .regex(idPattern)
  .refine((id) => !forbiddenKeys.includes(id));

/** Where in an order: behind this record, null = first, absent = last. */
export const afterArgument = idArgument.nullable().optional();

/** The language a text is in. */
export const localeArgument = z.enum(locales);

/** A text a person writes. */
export const textArgument = z.string().max(mapLimits.textLengthMax).overwrite(wellFormed);

/** A name: short, one line. */
export const nameArgument = z
  .string()
  .max(mapLimits.nameLengthMax)
  .overwrite((name) => wellFormed(name).replace(/[\r\n]+/g, ' '));

/** A text in the languages it has been written in. */
export const localizedTextArgument = z.strictObject({
  en: textArgument.optional(),
  id: textArgument.optional(),
});

/** A name in the languages it has been written in. */
export const localizedNameArgument = z.strictObject({
  en: nameArgument.optional(),
  id: nameArgument.optional(),
});

/** A tag: free text without surrounding space, or one of the negative causes (S17). */
const tagArgument = z
  .string()
  .trim()
  .min(1)
  .max(mapLimits.tagLengthMax)
  .overwrite(wellFormed)
  .refine((tag) => !forbiddenKeys.includes(tag));

/** Tags of one card. */
export const tagsArgument = z.array(tagArgument).max(mapLimits.tagsPerCardMax);

export const colourArgument = z.enum(colours);
export const positionArgument = z.enum(purchasePositions);
export const mapTypeArgument = z.enum(mapTypes);
export const laneKindArgument = z.enum(laneKinds);
export const cardKindArgument = z.enum(cardKinds);
export const teamArgument = z.enum(teams);
export const channelArgument = z.enum(channelKeys);
export const causeArgument = z.enum(painCauses);

/** −2, −1, 0, 1 or 2. */
export const scoreArgument = z.literal([-2, -1, 0, 1, 2]);
