import {
  blueprintLines,
  type CardKind,
  cardKinds,
  channelKeys,
  colours,
  type LaneKind,
  laneKinds,
  locales,
  mapTypes,
  painCauses,
  purchasePositions,
  teams,
  type WarningCode,
  warningCodes,
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

const laneKindTexts: Record<LaneKind, string> = {
  ACTION: 'What the customer does.',
  MOTIVATION: 'What drives the customer.',
  QUESTION: 'What the customer asks themselves, and what nobody knows yet.',
  PAIN_POINT: 'What goes wrong for the customer.',
  TOUCHPOINT: 'Where the customer meets the company.',
  CHANNEL: 'By which channel they meet.',
  EMOTION: 'How each persona feels: a curve, which holds no cards.',
  OPPORTUNITY: 'What could be better.',
  EVIDENCE: 'What the customer sees and holds as proof of the service.',
  FRONTSTAGE: 'What staff do in sight of the customer.',
  BACKSTAGE: 'What staff do out of sight.',
  SUPPORT: 'Processes and systems that support the staff.',
  RESOURCE: 'What the step needs: people, money, tools.',
  CUSTOM: 'Whatever its name says.',
};
/** The enum `laneKind` of the schema. */
export const laneKindEnum = enumOf('LaneKind', 'What a lane is for.', laneKinds, (key) => laneKindTexts[key]);
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
const cardKindTexts: Record<CardKind, string> = {
  ACTION: 'What the customer does.',
  ALTERNATIVE: 'What the customer could do instead.',
  MOTIVATION: 'What drives the customer.',
  INFLUENCE: 'What or who sways the customer.',
  QUESTION: 'What is asked and not answered; open until it is `resolved`.',
  PAIN_POINT: 'What goes wrong for the customer; may have a `cause`.',
  GAIN: 'What goes well for the customer.',
  OPPORTUNITY: 'What could be better.',
  TOUCHPOINT: 'Where the customer meets the company.',
  CHANNEL: 'By which channel they meet.',
  PARTICIPANT_ROLE: 'Who takes part, and as what.',
  EVIDENCE: 'What the customer sees and holds as proof of the service.',
  FRONTSTAGE: 'What staff do in sight of the customer.',
  BACKSTAGE: 'What staff do out of sight.',
  SUPPORT: 'A process or system that supports the staff.',
  RESOURCE: 'What the step needs.',
  NOTE: 'Anything else.',
};
/** The enum `cardKind` of the schema. */
export const cardKindEnum = enumOf('CardKind', 'What a card says.', cardKinds, (key) => cardKindTexts[key]);
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

const warningTexts: Record<WarningCode, string> = {
  NO_CHARTER: 'Fields of the charter are empty.',
  TOO_MANY_PERSONAS: 'More than two personas.',
  NO_POST_PURCHASE: 'Nothing is said about the time after the purchase.',
  UNPLACED: 'Steps or cards lost their place.',
};
/** The enum `warningCode` of the schema. */
export const warningCodeEnum = enumOf(
  'MapWarningCode',
  'What a map can be warned of.',
  warningCodes,
  (key) => warningTexts[key],
);
