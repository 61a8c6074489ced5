import { createHash } from 'node:crypto';
import type { GraphqlCase } from './graphqlCase.ts';
import { foreignOrigins } from './upgradeCases.ts';

const shown = (text: string | null): string => (text === null ? 'none' : JSON.stringify(text.slice(0, 60)));

/** What a page of another site can send with a cookie of ours: none of it may run. */
export function csrfCases(port: number, forged: object): readonly GraphqlCase[] {
  const body = JSON.stringify(forged);
  const origins = foreignOrigins(port).filter((origin) => origin !== null);
  const types = [
    ...[
      null,
      '',
      'text/plain',
      'text/plain; charset=utf-8',
      'TEXT/PLAIN',
      'application/x-www-form-urlencoded',
    ],
    ...['multipart/form-data; boundary=x', 'text/plain; application/json', 'text/plain, application/json'],
    ...[
      'application/json, text/plain',
      'application/json; charset=utf-16',
      'application/json; charset=utf-7',
    ],
    ...[
      'application/json; charset=utf-8; charset=utf-7',
      'application/jsonx',
      'application/x-json',
      'json',
      '*/*',
    ],
    ...[
      'application/graphql',
      'application/ld+json',
      'application/json;a=b',
      ' text/plain;application/json ',
    ],
  ];
  return [
    ...origins.map(
      (origin): GraphqlCase => ({
        name: `origin ${shown(origin)}`,
        body,
        headers: { origin },
        codes: ['BAD_ORIGIN'],
        status: 400,
      }),
    ),
    ...['cross-site', 'same-site', 'other', 'SAME-ORIGIN', ''].map(
      (site): GraphqlCase => ({
        name: `Sec-Fetch-Site ${shown(site)}`,
        body,
        headers: { origin: null, 'sec-fetch-site': site },
        codes: ['BAD_ORIGIN'],
        status: 400,
      }),
    ),
    // From a page of ours too: the type alone keeps forms out, should a browser ever leave the origin away.
    ...types.map(
      (type): GraphqlCase => ({
        name: `type ${shown(type)}`,
        body,
        headers: { 'content-type': type, origin: null },
        codes: ['BAD_REQUEST'],
        status: 400,
      }),
    ),
    ...['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'].map(
      (method): GraphqlCase => ({
        name: method,
        method,
        body: '',
        query: `?query=${encodeURIComponent('{__typename}')}`,
        headers: { origin: null },
        codes: ['BAD_REQUEST'],
        status: 405,
      }),
    ),
    ...['X-HTTP-Method-Override', 'X-Apollo-Operation-Name', 'Apollo-Require-Preflight'].map(
      (name): GraphqlCase => ({
        name: `GET with ${name}`,
        method: 'GET',
        body: '',
        query: `?query=${encodeURIComponent('{__typename}')}`,
        headers: { [name]: 'POST' },
        codes: ['BAD_REQUEST'],
        status: 405,
      }),
    ),
  ];
}

const query = '{__typename}';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const persisted = (sha256Hash: unknown, version: unknown = 1) => ({
  persistedQuery: { version, sha256Hash },
});
const refused = (body: unknown, codes: readonly string[] = ['BAD_REQUEST'], status = 400): GraphqlCase => ({
  name: shown(typeof body === 'string' ? body : JSON.stringify(body)),
  body,
  codes,
  status,
});

/** Several operations in one, documents by hash, and bodies that are none. */
export const bodyCases: readonly GraphqlCase[] = [
  ...[0, 1, 2, 10, 500].map((count) => refused(Array.from({ length: count }, () => ({ query })))),
  ...[[[{ query }]], [null], [1], { 0: { query }, length: 1 }].map((body) => refused(body)),
  ...[
    '',
    ' ',
    '{',
    '{"query":',
    '{"query":"{__typename}"',
    'query={__typename}',
    'undefined',
    'NaN',
    "{'query':1}",
  ],
  ...['null', '1', '"x"', 'true', '{}', `${JSON.stringify({ query })}x`, '\ufeff{}', '['.repeat(5_000)],
  ...[null, 1, true, [], {}, [query], { query }].map((each) => ({ query: each })),
  ...[1, 'x', [], true, [1]].map((variables) => ({ query, variables })),
  ...[1, [], {}, true, 'Other', 'constructor', '__proto__'].map((operationName) => ({
    query,
    operationName,
  })),
  ...[1, 'x', [], true].map((extensions) => ({ query, extensions })),
  { query: 'query A{__typename} query B{__typename}' },
  { query: 'fragment f on Query{__typename}' },
  { query: '' },
  { query: 'subscription{mapChanged(mapId:"m"){mapId}}' },
  ...[0, 2, '1', null]
    .slice(0, 3)
    .map((version) => ({ query, extensions: persisted(hashOf(query), version) })),
  ...[1, null, {}, [hashOf(query)], true].map((hash) => ({ query, extensions: persisted(hash) })),
  ...[hashOf('{x}'), hashOf(query).toUpperCase(), '', '0', '__proto__'].map((hash) => ({
    query,
    extensions: persisted(hash),
  })),
  ...[1, 'x', [], true].map((persistedQuery) => ({ query, extensions: { persistedQuery } })),
]
  .map((body) => (typeof body === 'object' && 'codes' in body ? body : refused(body)))
  .concat(
    [hashOf(query), '0'.repeat(64), '', 'constructor', '__proto__', 'x'.repeat(10_000)].map((hash) =>
      refused({ extensions: persisted(hash) }, ['PERSISTED_QUERY_NOT_FOUND'], 200),
    ),
    ['sha256:0', 'constructor', '__proto__', ''].map((documentId) =>
      refused({ documentId }, ['PERSISTED_QUERY_NOT_FOUND'], 200),
    ),
    refused(JSON.stringify({ query: `${query}${' '.repeat(140_000)}` }), ['TOO_LARGE'], 413),
    refused('x'.repeat(1_000_000), ['TOO_LARGE'], 413),
  );
