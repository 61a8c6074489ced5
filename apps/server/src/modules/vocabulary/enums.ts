import {
  blueprintLines,
  cardKinds,
  channelKeys,
  colours,
  laneKinds,
  locales,
  mapTypes,
  painCauses,
  purchasePositions,
  teams,
} from '@jejak/journey-model';
import { builder } from '../../graphql/builder.ts';

type Values<T extends string> = { readonly [K in T]: { readonly value: K; readonly description: string } };

/** An enum of the schema out of a closed list of the domain; names are upper case, values stay as stored. */
function enumOf<const T extends string>(
  name: string,
  description: string,
  values: readonly T[],
  of: (value: T) => string,
) {
  const entries = values.map((value) => [value.toUpperCase(), { value, description: of(value) }]);
  return builder.enumType(name, { description, values: Object.fromEntries(entries) as Values<T> });
}

const words = (key: string): string => key.toLowerCase().replaceAll('_', ' ');

const languageNames = { en: 'English.', id: 'Indonesian.' };
/** The enum `locale` of the schema. */
export const localeEnum = enumOf(
  'Locale',
  'A language that texts are written in.',
  locales,
  (key) => languageNames[key],
);

const mapTypeTexts = {
  CURRENT_STATE: 'How the journey is today.',
  FUTURE_STATE: 'How the journey shall be.',
  DAY_IN_LIFE: "A day in the customer's life, beyond the product.",
  SERVICE_BLUEPRINT: 'The journey with the work in front of and behind the line of visibility.',
};
/** The enum `mapType` of the schema. */
export const mapTypeEnum = enumOf('MapType', 'What a map describes.', mapTypes, (key) => mapTypeTexts[key]);

const positionTexts = {
  PRE_PURCHASE: 'Before the purchase.',
  PURCHASE: 'The purchase itself.',
  POST_PURCHASE: 'After the purchase.',
};
/** The enum `position` of the schema. */
export const positionEnum = enumOf(
  'PurchasePosition',
  'Where a stage stands to the purchase.',
  purchasePositions,
  (key) => positionTexts[key],
);

/** The enum `laneKind` of the schema. */
export const laneKindEnum = enumOf(
  'LaneKind',
  'What a lane is for.',
  laneKinds,
  (key) => `A lane for: ${words(key)}.`,
);
const blueprintLineTexts = {
  INTERACTION: 'Between the customer and what they meet.',
  VISIBILITY: 'Between what the customer sees and what they do not.',
  INTERNAL_INTERACTION: 'Between the people behind the scenes and what supports them.',
};
/** The enum `blueprintLine` of the schema. */
export const blueprintLineEnum = enumOf(
  'BlueprintLine',
  'A line of a service blueprint.',
  blueprintLines,
  (key) => blueprintLineTexts[key],
);
/** The enum `cardKind` of the schema. */
export const cardKindEnum = enumOf(
  'CardKind',
  'What a card says.',
  cardKinds,
  (key) => `A card for: ${words(key)}.`,
);
/** The enum `team` of the schema. */
export const teamEnum = enumOf(
  'TeamKind',
  'A team of the organisation.',
  teams,
  (key) => `Team: ${words(key)}.`,
);
/** The enum `channel` of the schema. */
export const channelEnum = enumOf(
  'ChannelKey',
  'A channel between company and customer.',
  channelKeys,
  (key) => `Channel: ${words(key)}.`,
);
/** The enum `painCause` of the schema. */
export const painCauseEnum = enumOf(
  'PainCause',
  'What a pain point comes from.',
  painCauses,
  (key) => `Cause: ${words(key)}.`,
);
/** The enum `colour` of the schema. */
export const colourEnum = enumOf(
  'Colour',
  'An entry of the palette; the shade itself depends on the theme.',
  colours,
  (key) => `The palette entry ${key}.`,
);
