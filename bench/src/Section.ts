/** One part of the results. */
export interface Section {
  readonly title: string;
  /** What was measured and how, in sentences. */
  readonly notes: readonly string[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A suite by name; it says what it is doing through `say`. */
export interface Suite {
  readonly name: string;
  run(say: (line: string) => void): Promise<Section[]>;
}
