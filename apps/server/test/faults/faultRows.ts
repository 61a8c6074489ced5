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
  F4: { ci: 1, nightly: 5 },
  F5: { ci: 2, nightly: 15 },
  F6: { ci: 4, nightly: 20 },
  F7: { ci: 1, nightly: 5 },
  F8: { ci: 1, nightly: 5 },
  F9: { ci: 2, nightly: 6 },
  F10: { ci: 12, nightly: 300 },
  F11: { ci: 1, nightly: 5 },
  F12: { ci: 20, nightly: 200 },
  F13: { ci: 200, nightly: 1_000 },
  F15: { ci: 200, nightly: 2_000 },
  F16: { ci: 20, nightly: 1_000 },
  F17: { ci: 3, nightly: 40 },
  F18: { ci: 300, nightly: 30_000 },
  F19: { ci: 1, nightly: 10 },
  F21: { ci: 500, nightly: 5_000 },
  F22: { ci: 1, nightly: 10 },
  F23: { ci: 3, nightly: 40 },
  F24: { ci: 1, nightly: 10 },
  corpus: { ci: 1, nightly: 10 },
  refusals: { ci: 6, nightly: 30 },
  fuzz: { ci: 200, nightly: 20_000 },
} as const satisfies Record<string, RowSize>;

/** Whether this is the large run. */
export const isNightly = process.env.FAULTS === 'nightly';

/** A row of the fault table. */
export type FaultRow = keyof typeof sizes;

/** Rounds, sockets or seeds of a row in this run. */
export function faultSize(row: FaultRow): number {
  return isNightly ? sizes[row].nightly : sizes[row].ci;
}

/** Says what a row came to; the summary collects these lines. */
export function reportRow(row: FaultRow, counters: Readonly<Record<string, number | string>>): void {
  const said = Object.entries(counters).map(([name, value]) => `${name}=${value}`);
  // biome-ignore lint/suspicious/noConsole: a reporter hears what a test says to the console and nothing else.
  console.info(`fault ${row}: ${said.join(' ')}`);
}

/** Rows that are not tried here; docs/FAULTS.md says more. */
export const skippedRows = {
  'replica set': 'no mongod is packaged for this system',
} as const satisfies Record<string, string>;
