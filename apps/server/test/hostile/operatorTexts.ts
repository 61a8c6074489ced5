import { marker } from './graphqlTextCases.ts';

/** Operators of queries, updates, pipelines and expressions, and what prototypes are reached by. */
const names = [
  ...['$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$in', '$nin', '$and', '$or', '$nor', '$not', '$exists'],
  ...['$type', '$expr', '$regex', '$options', '$text', '$search', '$where', '$jsonSchema', '$mod', '$all'],
  ...['$elemMatch', '$size', '$set', '$unset', '$setOnInsert', '$inc', '$push', '$pull', '$rename', '$max'],
  ...[
    '$each',
    '$function',
    '$accumulator',
    '$lookup',
    '$merge',
    '$out',
    '$literal',
    '$$ROOT',
    '$$NOW',
    '$ref',
  ],
  ...['__proto__', 'constructor', 'prototype', 'constructor.prototype', 'toString', '_bsontype', '_id'],
];

/** Three hundred texts that a careless server takes for a part of its question; each holds the marker. */
export const operatorTexts: readonly string[] = names.flatMap((name) => [
  `${name}: ${marker}`,
  `{"${name}":"${marker}"}`,
  `${name}.${marker}`,
  `${marker}.${name}`,
  `[{"${name}":{"${marker}":1}}]`,
  `"},"${name}":{"${marker}":"`,
]);
