/**
 * What a field costs, for the limit per operation. The unit is one read of the database or of a live map;
 * a record that is already in memory costs a tenth. `self` is paid once, `times` multiplies what is below.
 */
export interface FieldCost {
  readonly self?: number | ((args: Readonly<Record<string, unknown>>) => number);
  readonly times?: number | ((args: Readonly<Record<string, unknown>>) => number);
}

declare module 'graphql' {
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    cost?: FieldCost;
  }
}

/** Extensions of a field that reads the database or a live map once. */
export function reads(self = 1): { readonly cost: FieldCost } {
  return { cost: { self } };
}

/** Extensions of a plain list of records held in memory, as long as maps usually are. */
export function listOf(times: number): { readonly cost: FieldCost } {
  return { cost: { self: 0, times } };
}

/** Extensions of a connection: what is asked for counts, not what exists. */
export function pageOf(self: number, weight: number, firstDefault: number): { readonly cost: FieldCost } {
  return {
    cost: {
      self,
      times: ({ first }) => (typeof first === 'number' ? first : firstDefault) * weight,
    },
  };
}
