/** What a small drawing of a map needs to know; the thumbnail of the GraphQL schema has this shape. */
export interface MapSketch {
  readonly stages: readonly { readonly colour: string | null; readonly steps: number }[];
  readonly lanes: readonly { readonly kind: string; readonly colour: string | null }[];
  /** Cards per lane and stage: `cells[lane][stage]`. */
  readonly cells: readonly (readonly number[])[];
  /** The feeling at each step in order, −2 to +2; null where none is set. */
  readonly emotionLine: readonly (number | null)[];
}
