/** How often a fault is tried: in every run, and in the nightly one (`FAULTS=nightly`). */
interface RowSize {
  readonly ci: number;
  readonly nightly: number;
}

/** The rows of docs/FAULTS.md that have rounds. */
const sizes = {
  F1: { ci: 5, nightly: 30 },
  F2: { ci: 1, nightly: 10 },
  F3: { ci: 3, nightly: 15 },
  F5: { ci: 2, nightly: 15 },
  F6: { ci: 4, nightly: 20 },
  F8: { ci: 1, nightly: 5 },
  F10: { ci: 12, nightly: 300 },
  F11: { ci: 1, nightly: 5 },
  F12: { ci: 10, nightly: 200 },
  F13: { ci: 200, nightly: 1_000 },
  F15: { ci: 200, nightly: 2_000 },
  F16: { ci: 20, nightly: 1_000 },
  F17: { ci: 12, nightly: 40 },
  F21: { ci: 1, nightly: 20 },
  fuzz: { ci: 200, nightly: 20_000 },
} as const satisfies Record<string, RowSize>;

/** A row of the fault table. */
export type FaultRow = keyof typeof sizes;

/** Rounds, sockets or seeds of a row in this run. */
export function faultSize(row: FaultRow): number {
  return process.env.FAULTS === 'nightly' ? sizes[row].nightly : sizes[row].ci;
}

/** Says what a row came to; the summary collects these lines. */
export function reportRow(row: FaultRow, counters: Readonly<Record<string, number | string>>): void {
  const said = Object.entries(counters).map(([name, value]) => `${name}=${value}`);
  process.stdout.write(`fault ${row}: ${said.join(' ')}\n`);
}
