import type { GraphqlCase } from './graphqlCase.ts';

const times = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join(' ');
const shown = (text: string): string => JSON.stringify(text.length > 50 ? `${text.slice(0, 47)}…` : text);
const of =
  (code: string | readonly string[]) =>
  (query: string): GraphqlCase => ({
    name: shown(query),
    body: { query },
    codes: typeof code === 'string' ? [code] : code,
    status: 400,
  });

/** Texts that are no documents. */
export const syntaxCases: readonly GraphqlCase[] = [
  ...[
    '{',
    '}',
    '{{',
    '{a',
    '{a}}',
    '{}',
    '{"a"}',
    '{a:}',
    '{:a}',
    '{a b:}',
    '{a;}',
    '{..a}',
    '{a…}',
    '{a} {',
  ],
  ...['query', 'query {', 'query Q(', 'query Q($', 'query Q($a', 'query Q($a:)', 'query Q($a: ID!!) {x}'],
  ...['query ($a: [ID!) {a}', 'query ($a = 1) {a}', 'query ($a: ID = $b) {a}', 'mutation', 'subscription {'],
  ...['fragment', 'fragment on on X {a}', 'fragment f X {a}', '{...}', '{... on}', '{...on X}', 'extend'],
  ...[
    '{a(}',
    '{a()}',
    '{a(b)}',
    '{a(b:)}',
    '{a(b:[)}',
    '{a(b:{)}',
    '{a(b:{c})}',
    '{a(b:$)}',
    '{a @}',
    '{a @d(}',
  ],
  ...[
    '{a(b:"x)}',
    '{a(b:"\n")}',
    '{a(b:"\\x")}',
    '{a(b:"\\u00")}',
    '{a(b:"\\u{110000}")}',
    '{a(b:"\\uD800")}',
  ],
  ...[
    '{a(b:"""x)}',
    "{a(b:'x')}",
    '{a(b:01)}',
    '{a(b:1.)}',
    '{a(b:.5)}',
    '{a(b:1e)}',
    '{a(b:-)}',
    '{a(b:+1)}',
  ],
  ...['{a(b:0x1)}', '{a(b:1a)}', '{a(b:--1)}', '{a(b:1_000)}', '{a(b:0b1)}', '{a(b:1.e5)}', '{a(b:00)}'],
  ...[
    '\u0000',
    '{a\u0000}',
    '{a\u0007}',
    '{é}',
    '{a\u200b}',
    '{\ud800}',
    '٪',
    '!',
    '&',
    '/* x */ {a}',
    '<html>',
  ],
  ...['%7Ba%7D', 'null', '[]', '$where', 'schema {', 'type X {', '{a(b:{c:[{d:[{e:}]}]})}'],
  ...[50, 500, 1_400].flatMap((count) => ['{a '.repeat(count), `{a(b:${'['.repeat(count)})}`]),
].map((query) =>
  // What is deep and long enough is counted before it is understood.
  of(['SYNTAX', 'TOKEN_LIMIT'])(query),
);

const nested = (levels: number) =>
  `{workspaces{maps{nodes{${'stages{steps{stage{'.repeat(levels)}id${'}}}'.repeat(levels)}}}}}`;
const chain = (length: number, end: string) =>
  times(length, (at) => `fragment f${at} on Workspace {...f${at + 1}}`) +
  ` fragment f${length} on Workspace {${end}}`;

const many = (count: number, selection: string): string => times(count, () => selection);

/** Documents that ask for the same at one place so often that comparing would take long. */
const repeatCases = [
  ...[200, 700, 1_400].map((count) => `{workspaces{${many(count, 'id')}}}`),
  `{workspaces{${many(160, 'maps(first:1){totalCount}')}}}`,
  `{workspaces{${many(40, `maps{${many(33, 'totalCount')}}`)}}}`,
  `{workspaces{${many(10, `maps{${many(10, `nodes{${many(10, 'id')}}`)}}`)}}}`,
  `{workspaces{${many(33, `...{${many(40, 'id')}}`)}}}`,
  `{workspaces{${times(90, (at) => `...f${at}`)}}} ${times(90, (at) => `fragment f${at} on Workspace{id id id}`)}`,
  `{${times(9, (at) => `workspaces{...f${at}}`)}} ${times(9, (at) => `fragment f${at} on Workspace{${many(38, 'maps{totalCount}')}}`)}`,
  `{workspaces{${times(80, (at) => `maps(first:${at}){totalCount}`)} ${many(60, 'maps(first:1){totalCount}')}}}`,
].map(of('REPEAT_LIMIT'));

/** Documents of many lines. */
const lineCases = [
  ...['\n', '\r', '\r\n', '\n '].map((end) => `{${end.repeat(30_000)}x}`),
  `${'\n'.repeat(60_000)}}`,
  `{__typename}${'#\n'.repeat(40_000)}`,
  `{node(id:"""${'\n'.repeat(60_000)}"""){x}}`,
  `${'\n'.repeat(60_000)}{${times(9, (at) => `workspaces{a:maps(first:${at}){x}}`)}}`,
  `${'\n'.repeat(60_000)}{...f0} ${times(90, (at) => `fragment f${at} on Query{...f${at + 1}}`)} fragment f90 on Query{...f0}`,
].map(of('TOKEN_LIMIT'));

/** Documents whose mistakes have much to tell. */
const mistakeCases = [
  `{${'x'.repeat(120_000)}}`,
  `{${times(9, (at) => `w${at}${'x'.repeat(13_000)}`)}}`,
  `{node(id:{${times(490, (at) => `a${at}:1`)}}){id}}`,
  `{node(${times(490, (at) => `a${at}:1`)}){id}}`,
  `{node(${many(490, 'id:1')}){id}}`,
  `{workspaces{members(first:${'9'.repeat(120_000)}){totalCount}}}`,
  `mutation{setMapTitle(input:{${times(480, (at) => `mapIdd${at}:1`)}}){__typename}}`,
  `query(${times(290, (at) => `$v${at}:ID`)}){__typename}`,
  `${'\n'.repeat(1_400)}{...f0} ${times(180, (at) => `fragment f${at} on Query{...f${at + 1}}`)} fragment f180 on Query{...f0}`,
  `${'\n'.repeat(1_400)}{workspaces{${times(90, (at) => `a:maps(first:${at}){totalCount}`)}}}`,
].map(of(['VALIDATION', 'ALIAS_LIMIT', 'TOKEN_LIMIT']));

/** Documents that are large in one way or another. */
export const shapeCases: readonly GraphqlCase[] = [
  ...[2, 3, 4, 8, 16, 32, 64, 128].map(nested).map(of('DEPTH_LIMIT')),
  ...[3, 8, 64, 120].map((levels) => `{...f} fragment f on Query ${nested(levels)}`).map(of('DEPTH_LIMIT')),
  ...[3, 8, 64].map((levels) => `{... on Query ${nested(levels)}}`).map(of('DEPTH_LIMIT')),
  ...[16, 17, 64, 200, 400]
    .map((count) => `{mapTemplates{${times(count, (at) => `a${at}:key`)}}}`)
    .map(of('ALIAS_LIMIT')),
  ...[16, 200]
    .map((count) => `{mapTemplates{...f}} fragment f on MapTemplate{${times(count, (at) => `a${at}:key`)}}`)
    .map(of('ALIAS_LIMIT')),
  ...[11, 12, 100, 700].map((count) => `{${times(count, () => '__typename')}}`).map(of('ROOT_FIELD_LIMIT')),
  ...[11, 15, 16, 100]
    .map((count) => `{${times(count, (at) => `a${at}:workspaces{id}`)}}`)
    .map(of(['ROOT_FIELD_LIMIT', 'ALIAS_LIMIT'])),
  ...[2, 6, 40]
    .map((count) => `{${times(count, () => '...f')}} fragment f on Query{${times(6, () => '__typename')}}`)
    .map(of('ROOT_FIELD_LIMIT')),
  ...[11, 50, 180]
    .map((count) => `{mapTemplates{${times(count, () => 'key @include(if:true)')}}}`)
    .map(of('DIRECTIVE_LIMIT')),
  ...[11, 50, 200]
    .map((count) => `{__typename ${times(count, () => '@skip(if:false)')}}`)
    .map(of('DIRECTIVE_LIMIT')),
  ...[11, 100].map((count) => `query ${times(count, () => '@x')} {__typename}`).map(of('DIRECTIVE_LIMIT')),
  ...[11, 100]
    .map((count) => `{__typename ...f ${times(count, () => '@x')}} fragment f on Query {__typename}`)
    .map(of('DIRECTIVE_LIMIT')),
  ...[2, 10].map((count) => `{__typename ${times(count, () => '@skip(if:false)')}}`).map(of('VALIDATION')),
  ...[2, 30]
    .map((count) => `query (${times(count, (at) => `$v${at}: ID @x`)}) {__typename}`)
    .map(of('VALIDATION')),
  ...[1, 2, 5, 50].map((length) => `{workspaces{...f0}} ${chain(length, '...f0')}`).map(of('VALIDATION')),
  `{workspaces{...f}} fragment f on Workspace{...f}`,
  '{workspaces{...gone}}',
  '{__typename} fragment f on Query{__typename}',
  '{...f} fragment f on Gone{id}',
  '{...f ...f} fragment f on Query{__typename} fragment f on Query{__typename}',
  '{workspaces}',
  '{viewer{id{x}}}',
  '{a:__typename a:workspaces{id}}',
  '{node(id:"a" id:"b"){id}}',
  '{node{id}}',
  'type X {a: Int}',
  'extend type Query {a: Int}',
  'query A{__typename} query A{__typename}',
]
  .map((given) => (typeof given === 'string' ? of(['VALIDATION', 'BAD_REQUEST'])(given) : given))
  .concat(
    repeatCases,
    lineCases,
    mistakeCases,
    [1_501, 5_000, 20_000].map((count) => of('TOKEN_LIMIT')(`{${'a '.repeat(count)}}`)),
    [1_600, 8_000].map((count) => of('TOKEN_LIMIT')(`{nodes(ids:[${'1 '.repeat(count)}]){id}}`)),
    [300, 900, 1_000].map((first) =>
      of('COST_LIMIT')(`{workspaces{maps(first:100){nodes{cards(first:${first}){nodes{id}}}}}}`),
    ),
    [40, 64].map((count) =>
      of('COST_LIMIT')(`{workspaces{${times(count, () => 'maps(first:100){nodes{id}}')}}}`),
    ),
  );

const wrong = [
  '2147483648',
  '-2147483649',
  '1e400',
  '1.5',
  '1.0',
  '"5"',
  'true',
  'FIVE',
  '[[1]]',
  '{a:1}',
  '99999999999999999999',
];
const wrongInJson = [
  '2147483648',
  '-2147483649',
  '1.5',
  '1e308',
  '"5"',
  'true',
  '[1,2]',
  '{"a":1}',
  '{"$gt":1}',
];
const outside = ['0', '-1', '501', '-2147483648', '2147483647'];

const title = 'mutation($v:SetMapTitleInput!){setMapTitle(input:$v){__typename}}';
const batch = 'mutation($v:ApplyOperationsInput!){applyOperations(input:$v){__typename}}';
const deep = (levels: number, open: string, close: string): string =>
  `${open.repeat(levels)}1${close.repeat(levels)}`;
const listOf = (count: number, value: unknown): string => JSON.stringify(Array(count).fill(value));
const recordOf = (count: number): string =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, at) => [`mapIdd${at}`, 1])));

/** Variables that are large in one way or another. */
const largeVariables: readonly (readonly [string, string, string])[] = [
  ['8,000 unknown keys', title, recordOf(8_000)],
  ['150 unknown keys', title, recordOf(150)],
  ['20,000 values of another type', 'query($v:[ID!]!){nodes(ids:$v){id}}', listOf(20_000, true)],
  ['a long text', 'query($v:Int){workspaces{members(first:$v){totalCount}}}', `"${'x'.repeat(120_000)}"`],
  ['deep lists', title, deep(5_000, '[', ']')],
  ['deep records', title, deep(5_000, '{"a":', '}')],
  ['unknown operations', batch, `{"mapId":"x","operations":${listOf(4_000, { addCardd: {} })}}`],
  ['wrong operations', batch, `{"mapId":"x","operations":${listOf(1_500, { addCard: { columnId: 1 } })}}`],
];

/** Values at the edges of what a type holds, written in the document and given as variables. */
export const literalCases: readonly GraphqlCase[] = [
  ...largeVariables.map(
    ([name, query, v]): GraphqlCase => ({
      name,
      body: `{"query":${JSON.stringify(query)},"variables":{"v":${v}}}`,
      codes: ['BAD_VARIABLES'],
      status: 400,
    }),
  ),
  ...wrong.map((value) => of('VALIDATION')(`{workspaces{members(first:${value}){totalCount}}}`)),
  ...wrongInJson.map(
    (value): GraphqlCase => ({
      name: `first = ${value}`,
      body: `{"query":"query($n:Int){workspaces{members(first:$n){totalCount}}}","variables":{"n":${value}}}`,
      codes: ['BAD_VARIABLES'],
      status: 400,
    }),
  ),
  ...outside.map(
    (value): GraphqlCase => ({
      name: `first: ${value}`,
      body: { query: `{workspaces{members(first:${value}){totalCount}}}` },
      codes: ['FIRST_OUT_OF_RANGE'],
      status: 200,
    }),
  ),
  ...['true', '1.5', '[["a"]]', '{a:"b"}', 'ID', 'null'].map((value) =>
    of('VALIDATION')(`{node(id:${value}){id}}`),
  ),
  ...[
    '1',
    '-1',
    '99999999999999999999',
    '"\\u0000"',
    '"\\u{1F600}"',
    `"${'x'.repeat(10_000)}"`,
    '"../.."',
    '""',
  ].map(
    (value): GraphqlCase => ({
      name: `node ${shown(value)}`,
      body: { query: `{node(id:${value}){id}}` },
      codes: [null],
      status: 200,
    }),
  ),
  ...[
    '',
    'x',
    '1',
    '1.',
    '.1',
    '-1.1',
    '1.1.1',
    '1e3.1',
    '99999999999999999999.1',
    '\u0000',
    '1.1\n',
    ' 1.1',
  ].map(
    (value): GraphqlCase => ({
      name: `minVersion ${shown(value)}`,
      body: {
        query: 'query($v:MapVersion){journeyMap(id:"map_absent",minVersion:$v){id}}',
        variables: { v: value },
      },
      codes: ['BAD_VARIABLES'],
      status: 400,
    }),
  ),
];
