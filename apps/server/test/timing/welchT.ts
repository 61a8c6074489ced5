/** What is known of some measurements. */
interface Spread {
  readonly count: number;
  readonly mean: number;
  /** Of the mean, squared. */
  readonly error: number;
}

function spreadOf(values: readonly number[]): Spread {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  return { count, mean, error: variance / count };
}

/** Welch's t of two sets of measurements: how many standard errors their means lie apart. */
export function welchT(left: readonly number[], right: readonly number[]): number {
  const [one, other] = [spreadOf(left), spreadOf(right)];
  const error = Math.sqrt(one.error + other.error);
  return error === 0 ? 0 : (one.mean - other.mean) / error;
}
