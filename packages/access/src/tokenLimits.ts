/** Bounds of tokens; one place, for forms and server alike. */
export const tokenLimits = {
  /** In UTF-16 units. */
  nameLengthMax: 80,
  perPersonMax: 50,
  perWorkspaceMax: 50,
  /** Maps that one token can be limited to. */
  mapsMax: 50,
  daysDefault: 90,
  /** No token is for ever. */
  daysMax: 365,
} as const;
