/** Bounds of webhooks. */
export const webhookLimits = {
  perWorkspaceMax: 10,
  /** Maps that one webhook can be limited to. */
  mapsMax: 50,
  /** Events of one delivery. */
  eventsMax: 250,
  /** How long a former secret still signs. */
  formerSecretHours: 24,
  /** How long a delivery is tried. */
  triedHours: 24,
  /** How long deliveries are listed. */
  deliveriesKeptDays: 7,
  /** Attempts of a delivery that are listed. */
  attemptsListedMax: 50,
} as const;
