import { readFileSync } from 'node:fs';
import { CloseCode } from '@jejak/protocol';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { awarenessFrame, queryAwarenessFrame, readFrame, syncFrame } from './frames.ts';

const page = readFileSync(new URL('../../../../docs/PROTOCOL.md', import.meta.url), 'utf8');
const hexOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/..(?=.)/g, '$& ');
const examples = [...page.matchAll(/^\| `([0-9a-f]{2}(?: [0-9a-f]{2})*)` \|/gm)].map((match) => match[1]);

it('[PROTO3] the examples in hexadecimal are what a client writes and reads', () => {
  const empty = new Y.Doc();
  const doc = new Y.Doc();
  doc.clientID = 1;
  doc.getMap('emotionScores').set('stp_a:per_a', 2);
  const written = [
    syncFrame('step1', Y.encodeStateVector(empty)),
    syncFrame('step1', Y.encodeStateVector(doc)),
    syncFrame('step2', Y.encodeStateAsUpdate(empty)),
    syncFrame('update', Y.encodeStateAsUpdate(doc)),
    awarenessFrame([{ clientId: 1, clock: 5, state: { typing: true } }]),
    awarenessFrame([{ clientId: 1, clock: 6, state: null }]),
    awarenessFrame([]),
    queryAwarenessFrame,
  ];
  expect(examples.slice(0, written.length)).toEqual(written.map(hexOf));
  const received = examples
    .slice(written.length)
    .map((hex) => Buffer.from((hex ?? '').replaceAll(' ', ''), 'hex'));
  expect(received.map(readFrame)).toEqual([
    { kind: 'hello', epoch: 300, canWrite: true, sequence: 7 },
    { kind: 'saved', count: 2, sequence: 8 },
    { kind: 'packed', update: Y.encodeStateAsUpdate(doc) },
  ]);
});

it('[PROTO13] the table of close codes names each code of the server and no other of its range', () => {
  const rows = [...page.matchAll(/^\| (\d{4}(?:, \d{4})*) \|/gm)];
  const listed = rows.flatMap(([, codes = '']) => codes.split(', ').map(Number));
  const ofWebSockets = [1002, 1007, 1008, 1009];
  expect(listed).toEqual([...ofWebSockets, ...Object.values(CloseCode)].sort((a, b) => a - b));
});

it('[PROTO13] what the tests quote stands in the document', () => {
  const flat = page.replace(/\s+/g, ' ');
  const quotes = ['protocol', 'presence', 'limits', 'silence', 'upload', 'refusals'].flatMap((name) => {
    const text = readFileSync(new URL(`${name}.test.ts`, import.meta.url), 'utf8');
    const titles = [...text.matchAll(/it\('(\[PROTO\d+\].*)', (?:async )?\(/g)].map(
      (match) => match[1] ?? '',
    );
    return titles.flatMap((title) =>
      [...title.replaceAll("\\'", "'").matchAll(/"([^"]+)"/g)].map((match) => match[1]),
    );
  });
  expect(quotes.length).toBeGreaterThan(10);
  expect(quotes.filter((quote) => quote !== undefined && !flat.includes(quote))).toEqual([]);
});
