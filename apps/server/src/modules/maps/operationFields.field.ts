import { type OperationName, operations } from '@jejak/journey-model';
import type { InputFieldRef } from '@pothos/core';
import { builder, type SchemaTypes } from '../../graphql/builder.ts';
import {
  cardKindEnum,
  channelEnum,
  colourEnum,
  laneKindEnum,
  localeEnum,
  mapTypeEnum,
  painCauseEnum,
  positionEnum,
  teamEnum,
} from '../vocabulary/enums.ts';
import { localizedTextInput } from './LocalizedText.field.ts';
import { type ArgumentKind, argumentsOf, type OperationArgument } from './operationInput.ts';
import { argumentText } from './operationTexts.ts';

type InputBuilder = PothosSchemaTypes.InputFieldBuilder<SchemaTypes, 'InputObject'>;

const enums = {
  locale: localeEnum,
  type: mapTypeEnum,
  position: positionEnum,
  colour: colourEnum,
  team: teamEnum,
  channel: channelEnum,
  cause: painCauseEnum,
} as const;

/** A name as types have it. */
export function pascal(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

const ownEnums = new Map<OperationName, ReturnType<typeof newEnum>>();

/** The enum of a choice that only this operation has, e.g. which text of a stage. */
function ownEnum(operation: OperationName, values: readonly string[]) {
  const known = ownEnums.get(operation) ?? newEnum(operation, values);
  ownEnums.set(operation, known);
  return known;
}

function newEnum(operation: OperationName, values: readonly string[]) {
  return builder.enumType(`${pascal(operation)}Field`, {
    description: `The texts that \`${operation}\` can write.`,
    values: Object.fromEntries(
      values.map((value) => {
        const key = value.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
        return [key, { value, description: argumentOrCharterText(value) }];
      }),
    ),
  });
}

const charterTexts: Readonly<Record<string, string>> = {
  why: 'Why the map is made.',
  goals: 'Towards which goals.',
  about: 'About whom.',
  experience: 'On which experience.',
};

function argumentOrCharterText(value: string): string {
  return charterTexts[value] ?? argumentText(value);
}

function choiceOf(operation: OperationName, name: string, values: readonly string[]) {
  if (name === 'kind') return operation === 'addLane' ? laneKindEnum : cardKindEnum;
  if (name === 'field') return ownEnum(operation, values);
  const known = Object.entries(enums).find(([key]) => key === name)?.[1];
  if (known === undefined) throw new Error(`The schema knows no enum for ${operation}.${name}`);
  return known;
}

function inputField(
  t: InputBuilder,
  operation: OperationName,
  argument: OperationArgument,
): InputFieldRef<SchemaTypes, unknown> {
  const { name, type } = argument;
  const required = argument.required && !argument.nullable;
  const options = { required, description: argumentText(name) };
  const scalar = (kind: ArgumentKind): 'ID' | 'String' | 'Boolean' | 'Int' => {
    if (kind.kind === 'id') return 'ID';
    if (kind.kind === 'boolean') return 'Boolean';
    return kind.kind === 'integer' ? 'Int' : 'String';
  };
  if (type.kind === 'list') return t.field({ ...options, type: [scalar(type.of)] });
  if (type.kind === 'localized') return t.field({ ...options, type: localizedTextInput });
  if (type.kind === 'choice') return t.field({ ...options, type: choiceOf(operation, name, type.values) });
  return t.field({ ...options, type: scalar(type) });
}

const operationArguments = new Map<OperationName, readonly OperationArgument[]>();

function argumentsOfOperation(name: OperationName): readonly OperationArgument[] {
  const known = operationArguments.get(name) ?? argumentsOf(operations[name].input);
  operationArguments.set(name, known);
  return known;
}

/** The arguments of an operation as fields of an input. */
export function operationFields(
  t: InputBuilder,
  name: OperationName,
): Record<string, InputFieldRef<SchemaTypes, unknown>> {
  const args = argumentsOfOperation(name);
  return Object.fromEntries(args.map((argument) => [argument.name, inputField(t, name, argument)]));
}

/**
 * What an operation is given. Null says "absent" for an argument that knows no null: programs often send every field they
 * know.
 */
export function operationInput(
  name: OperationName,
  input: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const nullable = new Set(
    argumentsOfOperation(name)
      .filter((argument) => argument.nullable)
      .map(({ name }) => name),
  );
  const given = Object.entries(input).filter(
    ([key, value]) => value !== undefined && (value !== null || nullable.has(key)),
  );
  return Object.fromEntries(given.map(([key, value]) => [key, withoutPrototype(value)]));
}

function withoutPrototype(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner != null));
}

/** The operations of maps, by name. */
export const operationNames: readonly OperationName[] = Object.keys(operations).filter(
  (name): name is OperationName => Object.hasOwn(operations, name),
);
