import type { z } from 'zod';
import type * as core from 'zod/v4/core';

/** What an argument of an operation is, read off its schema. */
export type ArgumentKind =
  | { readonly kind: 'id' | 'text' | 'boolean' | 'integer' | 'localized' }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'list'; readonly of: ArgumentKind };

/** An argument of an operation: what it is, and whether it must or may be left out or be null. */
export interface OperationArgument {
  readonly name: string;
  readonly type: ArgumentKind;
  readonly required: boolean;
  readonly nullable: boolean;
}

type Schema = core.$ZodTypes;

/** The arguments of an operation; those of a union of shapes are taken together. */
export function argumentsOf(schema: z.ZodType): readonly OperationArgument[] {
  const { def } = (schema as unknown as Schema)._zod;
  if (def.type === 'object') {
    return Object.entries(def.shape).map(([name, field]) => argumentOf(name, field as unknown as Schema));
  }
  if (def.type !== 'union') throw new Error(`An operation takes an object, not a ${def.type}`);
  const merged = new Map<string, OperationArgument>();
  for (const option of def.options) {
    for (const argument of argumentsOf(option as unknown as z.ZodType)) {
      const known = merged.get(argument.name);
      merged.set(argument.name, known === undefined ? argument : together(known, argument));
    }
  }
  return [...merged.values()];
}

function together(one: OperationArgument, other: OperationArgument): OperationArgument {
  if (one.type.kind !== 'choice' || other.type.kind !== 'choice') return one;
  return { ...one, type: { kind: 'choice', values: [...one.type.values, ...other.type.values] } };
}

function argumentOf(name: string, schema: Schema): OperationArgument {
  let required = true;
  let nullable = false;
  let inner = schema;
  for (;;) {
    const { def } = inner._zod;
    if (def.type === 'optional' || def.type === 'default') required = false;
    else if (def.type === 'nullable') nullable = true;
    else return { name, required, nullable, type: kindOf(name, inner) };
    inner = def.innerType as unknown as Schema;
  }
}

function kindOf(name: string, schema: Schema): ArgumentKind {
  const { def } = schema._zod;
  switch (def.type) {
    case 'string':
      return { kind: name === 'id' || name.endsWith('Id') ? 'id' : 'text' };
    case 'boolean':
      return { kind: 'boolean' };
    case 'enum':
      return { kind: 'choice', values: Object.values(def.entries).map(String) };
    case 'literal':
      return def.values.every((value) => typeof value === 'number')
        ? { kind: 'integer' }
        : { kind: 'choice', values: def.values.map(String) };
    case 'array':
      return { kind: 'list', of: kindOf(name, def.element as unknown as Schema) };
    case 'object':
      return { kind: 'localized' };
    default:
      throw new Error(`The schema knows no argument of type ${def.type} (${name})`);
  }
}
