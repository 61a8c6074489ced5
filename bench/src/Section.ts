/** One part of the results. */
export interface Section {
  readonly title: string;
  /** What was measured and how, in sentences. */
  readonly notes: readonly string[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What of a suite is wanted. */
export interface Choice {
  /** Parts by name; none means all but the long ones. */
  readonly parts: readonly string[];
  readonly long: boolean;
}

/** A suite by name; it says what it is doing through `say`. */
export interface Suite {
  readonly name: string;
  /** What can be run of it by itself. */
  readonly parts?: readonly string[];
  run(say: (line: string) => void, choice: Choice): Promise<Section[]>;
}
