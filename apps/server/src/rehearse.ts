/** Code that ran twenty times takes half as long as code that ran once; after that little is won. */
const timesMax = 20;
/** A node that is slow to do it once is not kept from its work for long. */
const msMax = 1_000;

interface RehearsalOptions {
  /** Whether somebody has come already: then the real work is rehearsal enough. */
  readonly begun: () => boolean;
  readonly now: () => number;
}

/** Does all of it together once, and again until it has become quick. Rejects when one of it fails. */
export async function rehearse(
  acts: readonly (() => Promise<unknown>)[],
  { begun, now }: RehearsalOptions,
): Promise<void> {
  const until = now() + msMax;
  for (let times = 0; times < timesMax && now() < until && !begun(); times++)
    await Promise.all(acts.map((act) => act()));
}
