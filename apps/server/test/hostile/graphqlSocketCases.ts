/** What a peer says over a socket to `/graphql`, and how that ends. */
export interface SocketCase {
  readonly name: string;
  readonly says: readonly unknown[];
  /** What it hears, each as id, type and code, in the order of the alphabet; or `closed` and the code. */
  readonly expected: string;
}

const shown = (message: unknown): string => {
  const text = typeof message === 'string' ? message : JSON.stringify(message);
  return text.length > 70 ? `${text.slice(0, 67)}…` : text;
};
const a =
  (expected: string) =>
  (...says: readonly unknown[]): SocketCase => ({
    name: says.map(shown).join(' '),
    says,
    expected,
  });
const subscribe = (id: unknown, payload: unknown = { query: '{__typename}' }) => ({
  id,
  type: 'subscribe',
  payload,
});
const others: readonly unknown[] = [1, 'x', [], true];

/** No messages of the protocol, whenever they come. */
export const malformed: readonly SocketCase[] = [
  ...[
    '',
    ' ',
    'x',
    '{',
    '}',
    'null',
    '1',
    '"x"',
    'true',
    '[]',
    '{}',
    '[{}]',
    '{"type":',
    '\u0000',
    '\ufeff{}',
    'ping',
  ],
  ...[
    "{'type':'ping'}",
    '{"type":"ping"}x',
    '{"type":"ping"}{"type":"ping"}',
    '['.repeat(20_000),
    '{"a":'.repeat(9_000),
  ],
  ...[null, 1, '', {}, [], true, ['ping']].map((type) => ({ type })),
  ...[
    'x',
    'PING',
    'ping ',
    'connection_terminate',
    'start',
    'stop',
    'data',
    'ka',
    'connection_init\u0000',
  ].map((type) => ({ type })),
  ...['__proto__', 'constructor', 'toString', 'GQL_START'].map((type) => ({ type })),
  '{"__proto__":{"type":"ping"}}',
  ...others.map((payload) => ({ type: 'ping', payload })),
  ...others.map((payload) => ({ type: 'pong', payload })),
  ...others.map((payload) => ({ type: 'connection_init', payload })),
  ...[undefined, null, 1, '', {}, [], true].map((id) => subscribe(id)),
  ...[null, 1, 'x', [], true].map((payload) => subscribe('a', payload)),
  { id: 'a', type: 'subscribe' },
  ...[undefined, null, 1, [], {}, true].map((query) => subscribe('a', { query })),
  ...others.map((variables) => subscribe('a', { query: '{__typename}', variables })),
  ...[1, [], {}, true].map((operationName) => subscribe('a', { query: '{__typename}', operationName })),
  ...others.map((extensions) => subscribe('a', { query: '{__typename}', extensions })),
  ...[undefined, null, 1, '', {}].map((id) => ({ id, type: 'complete' })),
  // What only a server says.
  { type: 'connection_ack' },
  { id: 'a', type: 'next', payload: { data: null } },
  { id: 'a', type: 'next' },
  { id: 'a', type: 'error', payload: [{ message: 'x' }] },
  { id: 'a', type: 'error', payload: [] },
].map((message) => a('closed 4400')(message));

/** Said before the greeting. */
export const beforeGreeting: readonly SocketCase[] = [
  a('closed 4401')(subscribe('a')),
  a('closed 4401')(subscribe('a', { query: 'mutation{x}' })),
  a('closed 4401')({ type: 'ping' }, subscribe('a')),
  a('')({ id: 'a', type: 'complete' }),
  a('')({ type: 'pong' }),
  a('pong')({ type: 'ping' }),
  a('connection_ack')({ type: 'connection_init' }),
  ...[null, {}, { token: 'x' }, { authorization: 'Bearer x' }, { __proto__: null }, { a: { b: {} } }].map(
    (payload) => a('connection_ack')({ type: 'connection_init', payload }),
  ),
  a('closed 4429')({ type: 'connection_init' }, { type: 'connection_init' }),
];

const ids = [
  'a',
  ' ',
  '0',
  '\u0000',
  '\n',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '$ne',
  '💊',
  '"',
  '\u2028',
];

/** Said after the greeting. */
export function afterGreeting(mapId: string): readonly SocketCase[] {
  const follow = { query: `subscription{mapChanged(mapId:"${mapId}"){mapId}}` };
  const nothing = { query: 'subscription{mapChanged(mapId:"map_absent"){mapId}}' };
  return [
    ...ids.map((id) => a([`${id} complete`, `${id} next`].sort().join(', '))(subscribe(id))),
    ...ids.map((id) => a('closed 4409')(subscribe(id, follow), subscribe(id, follow))),
    ...ids.map((id) => a('closed 4409')(subscribe(id, follow), subscribe(id))),
    ...ids.map((id) => a('')(subscribe(id, follow), { id, type: 'complete' })),
    ...ids.map((id) =>
      a([`${id} complete`, `${id} next NOT_FOUND`].sort().join(', '))(subscribe(id, nothing)),
    ),
    a('')(subscribe('a', follow), { id: 'a', type: 'complete' }, { id: 'a', type: 'complete' }),
    a('')(subscribe('a', follow), { id: 'a', type: 'complete' }, subscribe('a', follow)),
    a('')(...Array.from({ length: 500 }, (_, at) => ({ id: `${at}`, type: 'complete' }))),
    a('')(...Array.from({ length: 500 }, () => ({ type: 'pong' }))),
    a('closed 4429')({ type: 'connection_init' }),
    a('closed 4400')(Buffer.from('{"type":"ping"}')),
    a('closed 4400')(Buffer.alloc(0)),
    a('closed 4400')(Buffer.from([0xff, 0xfe])),
    ...[65_537, 70_000, 1_000_000].map((length) => a('closed 1009')('x'.repeat(length))),
    ...[65_537, 1_000_000].map((length) => a('closed 1009')(Buffer.alloc(length))),
    a('closed 1009')({ ...subscribe('a'), more: 'x'.repeat(66_000) }),
    a(`${'i'.repeat(1_000)} complete, ${'i'.repeat(1_000)} next`)(subscribe('i'.repeat(1_000))),
    a('a complete, a next')({ ...subscribe('a'), more: 'x'.repeat(60_000) }),
    ...['$ne', '$where', '__proto__', 'constructor', 'prototype'].map((key) =>
      a('a error BAD_VARIABLES')(
        `{"id":"a","type":"subscribe","payload":{"query":"query($id:ID!){node(id:$id){id}}","variables":{"id":{"${key}":1}}}}`,
      ),
    ),
    ...['Other', '__proto__', 'constructor', ''].map((operationName) =>
      a('a error BAD_REQUEST')(subscribe('a', { query: 'query A{__typename}', operationName })),
    ),
  ];
}

/** Names of sub-protocols, and whether a socket of them is kept. */
export const protocolCases: readonly { readonly named: readonly string[]; readonly expected: string }[] = [
  ...[
    [],
    ['graphql-ws'],
    ['GRAPHQL-TRANSPORT-WS'],
    ['graphql-transport-ws-2'],
    ['graphql-transport'],
    ['y-websocket'],
  ],
  ...[
    ['graphql-ws', 'subscriptions-transport-ws'],
    ['constructor'],
    ['__proto__'],
    ['soap'],
    ['p'.repeat(1_000)],
  ],
]
  .map((named) => ({ named, expected: 'closed 4406' }))
  .concat(
    [
      ['graphql-transport-ws'],
      ['graphql-ws', 'graphql-transport-ws'],
      ['graphql-transport-ws', 'graphql-ws'],
      [...Array.from({ length: 50 }, (_, at) => `p${at}`), 'graphql-transport-ws'],
    ].map((named) => ({ named, expected: 'open' })),
  );
