/** The closed lists of the domain. Keys are stable and stored; their labels live with the web app's messages. */
export const locales = ['en', 'id'] as const;
export type Locale = (typeof locales)[number];

export const mapTypes = ['CURRENT_STATE', 'FUTURE_STATE', 'DAY_IN_LIFE', 'SERVICE_BLUEPRINT'] as const;
export type MapType = (typeof mapTypes)[number];

/** The lines of a service blueprint (S27). */
export const blueprintLines = ['INTERACTION', 'VISIBILITY', 'INTERNAL_INTERACTION'] as const;
export type BlueprintLine = (typeof blueprintLines)[number];

export const purchasePositions = ['PRE_PURCHASE', 'PURCHASE', 'POST_PURCHASE'] as const;
export type PurchasePosition = (typeof purchasePositions)[number];

export const laneKinds = [
  'ACTION',
  'MOTIVATION',
  'QUESTION',
  'PAIN_POINT',
  'EMOTION',
  'TOUCHPOINT',
  'CHANNEL',
  'OPPORTUNITY',
  'RESOURCE',
  'FRONTSTAGE',
  'BACKSTAGE',
  'SUPPORT',
  'EVIDENCE',
  'CUSTOM',
] as const;
export type LaneKind = (typeof laneKinds)[number];

export const cardKinds = [
  'ACTION',
  'MOTIVATION',
  'QUESTION',
  'PAIN_POINT',
  'GAIN',
  'TOUCHPOINT',
  'CHANNEL',
  'OPPORTUNITY',
  'RESOURCE',
  'FRONTSTAGE',
  'BACKSTAGE',
  'SUPPORT',
  'EVIDENCE',
  'ALTERNATIVE',
  'INFLUENCE',
  'PARTICIPANT_ROLE',
  'NOTE',
] as const;
export type CardKind = (typeof cardKinds)[number];

export const teams = ['MARKETING', 'SALES', 'PRODUCT', 'SERVICE', 'OTHER'] as const;
export type Team = (typeof teams)[number];

export const painCauses = ['PROCESS', 'PRICE', 'OTHER'] as const;
export type PainCause = (typeof painCauses)[number];

/** S17: causes of a negative experience; used as card tags beside free ones. */
export const negativeCauses = [
  'UNNECESSARY_EFFORT',
  'STRESS',
  'CONFUSION',
  'ANXIETY',
  'FRUSTRATION',
] as const;

/** S20 and S21, without doubles. */
export const channelKeys = [
  'WEB',
  'PORTAL',
  'BLOG',
  'SOCIAL_MEDIA',
  'MESSAGING',
  'SMS',
  'EMAIL',
  'EVENT',
  'ADVERTISING',
  'DIRECT_SELLING',
  'BROCHURE',
  'TV',
  'RADIO',
  'MARKETPLACE',
  'ONLINE_SHOP',
  'MOBILE_APP',
  'SERVICE_CHAT',
  'PAID_MEDIA',
  'OTHER',
] as const;
export type ChannelKey = (typeof channelKeys)[number];

/** Names of the palette entries a stage, step or lane can take; the colours themselves are tokens of the interface. */
export const colours = ['slate', 'coral', 'amber', 'olive', 'teal', 'blue', 'violet', 'rose'] as const;
export type Colour = (typeof colours)[number];

export const emotionScores = [-2, -1, 0, 1, 2] as const;
export type EmotionScore = (typeof emotionScores)[number];
