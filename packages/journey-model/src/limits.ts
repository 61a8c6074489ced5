/** Bounds of one map: enforced by operations at the edge, reported by `checkMap`. Lengths in UTF-16 units. */
export const mapLimits = {
  textLengthMax: 20_000,
  nameLengthMax: 200,
  cardsMax: 10_000,
  /** Living and deleted records of one kind together. */
  recordsMax: 20_000,
  stagesMax: 50,
  stepsMax: 200,
  lanesMax: 40,
  personasMax: 20,
  tagsPerCardMax: 12,
  tagLengthMax: 32,
  idLengthMax: 64,
} as const;

/** Keys that mean something to every JavaScript object; no id, tag or key of a document may be one of them. */
export const forbiddenKeys: readonly string[] = ['__proto__', 'constructor', 'prototype'];
