/** What an imported journey may hold at most; anything beyond is listed, never silently dropped. */
export const journeyLimits = {
  fileBytesMax: 10 * 1024 * 1024,
  linesMax: 50_000,
  /** Longer names are cut and the line is listed. */
  nameCharsMax: 200,
  sectionsMax: 100,
  tasksMax: 1_000,
  /** Different people in the whole journey. */
  actorsMax: 50,
} as const;
