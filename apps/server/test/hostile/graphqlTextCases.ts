import {
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { schema } from '../../src/schema.ts';
import { inputOf } from '../matrix/generatedInput.ts';
import type { Ids } from '../matrix/MatrixBed.ts';
import type { GraphqlCase } from './graphqlCase.ts';

/** In every payload, so that it can be looked for afterwards. */
export const marker = 'hostile-marker';

/** What asks a careless database or prototype for more than a text. Raw JSON: some names cannot be said otherwise. */
const objects = [
  `{"$ne":"${marker}"}`,
  `{"$gt":"","x":"${marker}"}`,
  `{"$where":"return '${marker}'"}`,
  `{"$regex":"^","$options":"${marker}"}`,
  `{"$in":["${marker}"]}`,
  `{"$set":{"role":"${marker}"}}`,
  `{"$expr":{"$function":"${marker}"}}`,
  `{"__proto__":{"role":"${marker}"}}`,
  `{"constructor":{"prototype":{"role":"${marker}"}}}`,
  `{"toString":"${marker}"}`,
  `{"a.b":"${marker}"}`,
  `{"_bsontype":"ObjectId","id":"${marker}"}`,
  `["${marker}",{"$ne":1}]`,
  `[["${marker}"]]`,
];

/** What would mean something where texts are pasted into commands, paths or patterns. */
const texts = [
  `{"$ne":"${marker}"}`,
  `$where:${marker}`,
  `'; return true; //${marker}`,
  `__proto__.${marker}`,
  `constructor.prototype.${marker}`,
  `${marker}.$[]`,
  `../../${marker}`,
  `${marker}\u0000`,
  `.*${marker}`,
  `(${marker}+)+$`,
  `\${${marker}}`,
  `{{${marker}}}`,
  `\r\nSet-Cookie: ${marker}`,
  `<script>${marker}</script>`,
  `\u202e${marker}`,
];

interface Place {
  readonly path: readonly string[];
  readonly isId: boolean;
  readonly isList: boolean;
}

function bare(type: GraphQLInputType): GraphQLInputType {
  return isNonNullType(type) ? type.ofType : type;
}

/** Where an input takes a text or an id. */
function placesIn(fields: readonly GraphQLInputField[], path: readonly string[] = []): readonly Place[] {
  return fields.flatMap(({ name, type }): readonly Place[] => {
    const named = getNamedType(type);
    const here = [...path, name];
    if (isInputObjectType(named)) {
      return isListType(bare(type)) ? [] : placesIn(Object.values(named.getFields()), here);
    }
    if (named.name !== 'ID' && named.name !== 'String') return [];
    return [{ path: here, isId: named.name === 'ID', isList: isListType(bare(type)) }];
  });
}

/** An input as JSON with one value replaced by raw JSON. */
function withRaw(input: object, [name = '', ...rest]: readonly string[], raw: string): string {
  const given: [string, unknown][] = Object.entries(input).filter(([key]) => key !== name);
  const inner = Object.entries(input).find(([key]) => key === name)?.[1];
  const below = typeof inner === 'object' && inner !== null ? inner : {};
  const value = rest.length === 0 ? raw : withRaw(below, rest, raw);
  const parts = [
    ...given.map(([key, each]) => `${JSON.stringify(key)}:${JSON.stringify(each)}`),
    `"${name}":${value}`,
  ];
  return `{${parts.join(',')}}`;
}

/** A place where a mutation takes a text or an id. */
export interface TextArgument {
  readonly mutation: string;
  /** With the mutation, e.g. `setCardText.cardId`. */
  readonly name: string;
  readonly isId: boolean;
  readonly isList: boolean;
  /** A call that fits but for the raw JSON at this place. */
  body(raw: string): string;
}

function documentOf(mutation: string, inputType: string): string {
  return `mutation($input:${inputType}!){${mutation}(input:$input){__typename ...on UserError{code}}}`;
}

function bodyOf(document: string, input: string): string {
  return `{"query":${JSON.stringify(document)},"variables":{"input":${input}}}`;
}

/** Every argument of every mutation that takes a text or an id. */
export function textArguments(ids: Ids): readonly TextArgument[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ name, args }) => {
    const type = args[0] === undefined ? null : getNamedType(args[0].type);
    if (!isInputObjectType(type)) throw new Error(`${name} takes no input`);
    return placesIn(Object.values(type.getFields())).map(({ path, isId, isList }) => ({
      mutation: name,
      name: `${name}.${path.join('.')}`,
      isId,
      isList,
      body: (raw: string) => bodyOf(documentOf(name, type.name), withRaw(inputOf(type, ids), path, raw)),
    }));
  });
}

/** The same of every operation of a batch. */
export function operationArguments(ids: Ids): readonly TextArgument[] {
  const operation = schema.getType('OperationInput');
  if (!isInputObjectType(operation)) throw new Error('there are no operations');
  return Object.values(operation.getFields()).flatMap(({ name, type }) => {
    const input = getNamedType(type);
    if (!isInputObjectType(input)) throw new Error(`${name} takes no input`);
    return placesIn(Object.values(input.getFields())).map(({ path, isId, isList }) => ({
      mutation: 'applyOperations',
      name: `applyOperations.${name}.${path.join('.')}`,
      isId,
      isList,
      body: (raw: string) =>
        bodyOf(
          documentOf('applyOperations', 'ApplyOperationsInput'),
          `{"mapId":${JSON.stringify(ids.mapId)},"partial":true,"operations":[{"${name}":${withRaw(inputOf(input, ids), path, raw)}}]}`,
        ),
    }));
  });
}

/** For every argument of every mutation that takes a text or an id: what is no text, and texts that are no ids. */
export function textCases(ids: Ids): readonly GraphqlCase[] {
  let turn = 0;
  const next = (from: readonly string[]): string => {
    turn += 1;
    return from[turn % from.length] ?? '';
  };
  return textArguments(ids).flatMap((argument): readonly GraphqlCase[] => {
    const wrong = [next(objects), next(objects), next(objects)];
    const refused = wrong.map(
      (raw): GraphqlCase => ({
        name: `${argument.name} = ${raw}`,
        body: argument.body(raw),
        codes: ['BAD_VARIABLES'],
        status: 400,
      }),
    );
    if (!argument.isId) return refused;
    const strange = [next(texts), next(texts)].map((text): GraphqlCase => {
      const raw = JSON.stringify(argument.isList ? [text] : text);
      return {
        name: `${argument.name} = ${raw}`,
        body: argument.body(raw),
        codes: ['NOT_FOUND', 'INVALID'],
        status: 200,
      };
    });
    return [...refused, ...strange];
  });
}

/** Texts that mean something elsewhere, where a text may be written: they are kept as the texts they are. */
export const harmlessTexts: readonly string[] = texts;

/** Texts in the arguments of questions; those that mean something elsewhere unless told. */
export function questionCases(
  { workspaceId, mapId }: Ids,
  asked: readonly string[] = texts,
): readonly GraphqlCase[] {
  const ask = (
    name: string,
    query: string,
    text: string,
    codes: GraphqlCase['codes'],
    status = 200,
  ): GraphqlCase => ({
    name: `${name} ${JSON.stringify(text)}`,
    body: { query, variables: { text, workspaceId, mapId } },
    codes,
    status,
  });
  return asked.flatMap((text) => [
    ask('journeyMap', 'query($text:ID!){journeyMap(id:$text){id}}', text, ['NOT_FOUND']),
    ask('node', 'query($text:ID!){node(id:$text){id}}', text, [null]),
    ask('nodes', 'query($text:ID!){nodes(ids:[$text]){id}}', text, [null]),
    ask('workspace', 'query($text:ID!){workspace(id:$text){id}}', text, [null]),
    ask(
      'search',
      'query($workspaceId:ID!,$text:String){workspace(id:$workspaceId){maps(search:$text){totalCount}}}',
      text,
      [null],
    ),
    ask(
      'maps after',
      'query($workspaceId:ID!,$text:String){workspace(id:$workspaceId){maps(after:$text){totalCount}}}',
      text,
      ['INVALID_CURSOR'],
    ),
    ask(
      'members after',
      'query($workspaceId:ID!,$text:String){workspace(id:$workspaceId){members(after:$text){totalCount}}}',
      text,
      ['INVALID_CURSOR'],
    ),
    ask('card', 'query($mapId:ID!,$text:ID!){journeyMap(id:$mapId){card(id:$text){id}}}', text, [null]),
    ask(
      'events after',
      'query($mapId:ID!,$text:String){journeyMap(id:$mapId){events(after:$text){totalCount}}}',
      text,
      ['INVALID_CURSOR'],
    ),
    ask(
      'events of',
      'query($mapId:ID!,$text:ID!){journeyMap(id:$mapId){events(actorId:$text){totalCount}}}',
      text,
      [null],
    ),
  ]);
}
