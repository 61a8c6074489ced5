/** How one call of a mutation may be repeated, and which deed it turns out to be. */
export interface Repeat {
  /** Made up by the caller; null: it cannot be repeated. */
  readonly clientMutationId: string | null;
  /** Stands for what was done, the same for all who repeat it. Null until that is known, and where nobody can. */
  deed: string | null;
}
