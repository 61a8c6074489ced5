/** Bounds of what somebody fills in about themselves and their workspace; one place, for forms and server alike. */
export const accountLimits = {
  /** Of a person or a workspace, in UTF-16 units. */
  nameLengthMax: 80,
  emailLengthMax: 254,
  passwordLengthMin: 10,
  /** Hashing costs time. */
  passwordLengthMax: 128,
} as const;
