import { type OperationName, operations } from '@jejak/journey-model';
import type { InputFieldRef } from '@pothos/core';
import { builder, type SchemaTypes } from '../../graphql/builder.ts';
import { resultField } from '../../graphql/resultField.ts';
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
import { changeMap, type MapChanged } from './changeMap.ts';
import { journeyMapRef } from './JourneyMap.field.ts';
import { localizedTextInput } from './LocalizedText.field.ts';
import type { MapView } from './MapView.ts';
import { type ArgumentKind, argumentsOf, type OperationArgument } from './operationInput.ts';
import { argumentText, type ChangedKind, operationTexts } from './operationTexts.ts';
import { cardRef, emotionRef, laneRef, personaRef, stageRef, stepRef } from './records.field.ts';
import { mapPorts } from './services.ts';

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

function pascal(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** The enum of a choice that only this operation has, e.g. which text of a stage. */
function ownEnum(operation: OperationName, values: readonly string[]) {
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

const recordRefs = {
  stage: stageRef,
  step: stepRef,
  lane: laneRef,
  persona: personaRef,
  card: cardRef,
  emotion: emotionRef,
} as const;

function recordOf(kind: Exclude<ChangedKind, 'map'>, view: MapView, id: string): object | null {
  if (kind !== 'emotion') return view[kind](id);
  const [stepId = '', personaId = ''] = id.split(':');
  return view.emotion(stepId, personaId);
}

function payloadOf(name: OperationName) {
  const { shows } = operationTexts[name];
  const payload = builder.objectRef<MapChanged>(`${pascal(name)}Payload`);
  payload.implement({
    description: `What \`${name}\` changed.`,
    fields: (t) => ({
      mapVersion: t.expose('mapVersion', {
        type: 'MapVersion',
        description: 'The version of the map that holds the change; give it as `minVersion` to read it back.',
      }),
      changed: t.exposeBoolean('changed', { description: 'False when everything already was as asked.' }),
      map: t.expose('map', { type: journeyMapRef, description: 'The map with the change.' }),
      ...(shows === null
        ? { deletedId: t.id({ description: 'What is gone.', resolve: ({ recordId }) => recordId }) }
        : {}),
      ...(shows === null || shows === 'map'
        ? {}
        : {
            [shows]: t.field({
              type: recordRefs[shows] as typeof cardRef,
              nullable: true,
              description: 'The record as it is now; null when somebody deleted it at the same moment.',
              resolve: ({ map, recordId }) =>
                (map.view === null ? null : recordOf(shows, map.view, recordId)) as never,
            }),
          }),
    }),
  });
  return payload;
}

/** Null says "absent" for an argument that knows no null: programs often send every field they know. */
function withoutNulls(
  args: readonly OperationArgument[],
  input: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const nullable = new Set(args.filter((argument) => argument.nullable).map(({ name }) => name));
  const given = Object.entries(input).filter(
    ([name, value]) => value !== undefined && (value !== null || nullable.has(name)),
  );
  return Object.fromEntries(given.map(([name, value]) => [name, withoutPrototype(value)]));
}

function withoutPrototype(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner != null));
}

function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(operations, name);
}

for (const name of Object.keys(operations).filter(isOperationName)) {
  const args = argumentsOf(operations[name].input);
  const input = builder.inputRef<{ mapId: string }>(`${pascal(name)}Input`).implement({
    description: `What \`${name}\` does, and where.`,
    fields: (t) => ({
      mapId: t.id({ required: true, description: 'The map.' }),
      ...Object.fromEntries(args.map((argument) => [argument.name, inputField(t, name, argument)])),
    }),
  });
  resultField<{ mapId: string }, MapChanged>({
    name,
    description: operationTexts[name].description,
    input,
    payload: payloadOf(name),
    alsoFails: /^(add|restore)|^(tagCard|setMapType)$/.test(name) ? ['LIMIT'] : [],
    resolve: async ({ mapId, ...rest }, context) =>
      changeMap(mapPorts(context), context.actor, operations[name], mapId, withoutNulls(args, rest)),
  });
}
