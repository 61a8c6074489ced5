import {
  type GraphQLInputField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Ids } from './MatrixBed.ts';

/** Values that fit where the first that comes to mind does not. */
const fitting: Readonly<Record<string, unknown>> = {
  scopes: ['maps:read'],
  operations: [{ setMapTitle: { locale: 'EN', text: 'Tried' } }],
  role: 'VIEWER',
  // Nobody has this name, so nothing is sent anywhere.
  url: 'https://hooks.invalid/',
  type: 'FUTURE_STATE',
  'ImportMermaidInput.text': 'journey\n  title Shop\n  section Before\n    Look around: 3: Ani',
};

/** Arguments that name a record of another kind than they are called after. */
const namedOtherwise: Readonly<Record<string, string>> = {
  columnId: 'stepId',
  recordId: 'stageId',
  currentStateMapId: 'otherMapId',
  mapIds: 'mapId',
};

/** Arguments that may be absent, and without which nothing is asked for. */
const alsoGiven = new Set(['colour', 'score', 'position', 'currentStateMapId', 'addTags']);

/** Which id of a workspace fits an argument; null where it takes no id. */
export function idNameOf(inputType: string, { name, type }: GraphQLInputField): string | null {
  if (String(type).replaceAll(/[[\]!]/g, '') !== 'ID') return null;
  if (name !== 'afterId') return namedOtherwise[name] ?? name;
  const record = inputType.replace(/^(Add|Move)|(Operation)?Input$/g, '');
  return `${record.charAt(0).toLowerCase()}${record.slice(1)}Id`;
}

/** The value of an id argument, in a list where the argument is one. */
export function idValue(field: GraphQLInputField, id: string): string | string[] {
  return String(field.type).startsWith('[') ? [id] : id;
}

function sampleOf(type: GraphQLInputType, ids: Ids, place: string): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType, ids, place);
  const name = place.split('.').at(-1) ?? '';
  const known = fitting[place] ?? fitting[name];
  if (known !== undefined) return known;
  if (isListType(type)) return [sampleOf(type.ofType, ids, place)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return required.length === 0 ? { en: 'Tried' } : inputOf(type, ids);
  }
  switch (type.name) {
    case 'String':
      return 'Tried';
    case 'Int':
    case 'Float':
      return 1;
    case 'Boolean':
      return true;
    default:
      throw new Error(`No value is known for ${place} of type ${type}`);
  }
}

/** An input that fits, as far as it must be filled in, with the ids of a workspace. */
export function inputOf(type: GraphQLInputType, ids: Ids): Record<string, unknown> {
  if (!isInputObjectType(type)) throw new Error(`${type} is no input`);
  const given = Object.values(type.getFields()).filter(
    ({ name, type: asked }) => isNonNullType(asked) || alsoGiven.has(name),
  );
  return Object.fromEntries(
    given.map((field) => {
      const idName = idNameOf(type.name, field);
      if (idName === null) return [field.name, sampleOf(field.type, ids, `${type.name}.${field.name}`)];
      const id = ids[idName];
      if (id === undefined) throw new Error(`The fixture has no id for ${type.name}.${field.name}`);
      return [field.name, idValue(field, id)];
    }),
  );
}
