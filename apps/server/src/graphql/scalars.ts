import { GraphQLError, Kind } from 'graphql';
import { builder } from './builder.ts';
import { mapVersionPath } from './mapVersionPage.ts';

const versionPattern = /^\d{1,15}\.\d{1,15}$/;

function parseVersion(value: unknown): string {
  if (typeof value === 'string' && versionPattern.test(value)) return value;
  throw new GraphQLError('A map version looks like `12.345`.');
}

function parseDate(value: unknown): Date {
  const date = typeof value === 'string' && value.length <= 40 ? new Date(value) : new Date(Number.NaN);
  if (Number.isNaN(date.getTime())) throw new GraphQLError('A time looks like `2026-01-31T09:30:00.000Z`.');
  return date;
}

builder.scalarType('DateTime', {
  description: 'A moment in UTC, as RFC 3339 writes it.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: (value) => value.toISOString(),
  parseValue: parseDate,
  parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : undefined),
});

builder.scalarType('MapVersion', {
  description:
    'How far the two documents of a map are, `<structure>.<content>`, e.g. `12.345`. Both numbers only grow. ' +
    'Give one back as `minVersion` to read at least that state.',
  specifiedByURL: mapVersionPath,
  serialize: parseVersion,
  parseValue: parseVersion,
  parseLiteral: (node) => parseVersion(node.kind === Kind.STRING ? node.value : undefined),
});
