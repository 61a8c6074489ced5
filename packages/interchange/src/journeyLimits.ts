/**
 * What an imported journey may hold at most: as much as one map. Anything beyond is listed, never
 * silently dropped.
 */
export const journeyLimits = {
  fileBytesMax: 10 * 1024 * 1024,
  linesMax: 50_000,
  /** In UTF-16 units; longer names are cut and the line is listed. */
  nameLengthMax: 200,
  sectionsMax: 50,
  tasksMax: 200,
  /** Different people in the whole journey. */
  actorsMax: 20,
} as const;
