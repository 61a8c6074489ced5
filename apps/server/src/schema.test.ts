import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, isSpecifiedScalarType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { printedSchema, schema } from './schema.ts';

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);

describe('schema', () => {
  it('[GQL1] is the one committed in schema.graphql (run the test with -u to write it)', async () => {
    await expect(printedSchema()).toMatchFileSnapshot('../schema.graphql');
  });

  it('[GQL2] describes every type, field, argument and value', () => {
    const bare: string[] = [];
    const check = (name: string, description: string | null | undefined) => {
      if (!description?.trim()) bare.push(name);
    };
    for (const type of types) {
      check(type.name, type.description);
      if (isEnumType(type)) {
        for (const value of type.getValues()) check(`${type.name}.${value.name}`, value.description);
      }
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        check(`${type.name}.${field.name}`, field.description);
        for (const argument of 'args' in field ? field.args : []) {
          check(`${type.name}.${field.name}(${argument.name})`, argument.description);
        }
      }
    }
    expect(bare).toEqual([]);
  });

  it('[GQL3] names things alike: mutations take one input and answer a result that can say NOT_FOUND', () => {
    for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      const pascal = `${field.name.charAt(0).toUpperCase()}${field.name.slice(1)}`;
      expect(
        field.args.map(({ name }) => name),
        field.name,
      ).toEqual(['input']);
      expect(String(field.args[0]?.type), field.name).toBe(`${pascal}Input!`);
      expect(String(field.type), field.name).toBe(`${pascal}Result!`);
    }
    for (const type of types.filter(isEnumType)) {
      for (const { name } of type.getValues()) expect(name).toMatch(/^[A-Z][A-Z0-9_]*$/);
    }
  });
});
