import type { GraphQLError } from 'graphql';
import { refusal } from './refusal.ts';

/** A request as it came in: checked for shape, not yet for meaning. */
export interface GraphqlRequest {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

const nestingMax = 16;
const dangerous = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a value may be variables: an object without keys that mean something to JavaScript or the database. */
export function isVariables(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && isSafe(value, 0);
}

function isSafe(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth > nestingMax) return false;
  if (Array.isArray(value)) return value.every((item) => isSafe(item, depth + 1));
  return Object.entries(value).every(
    ([key, inner]) => !dangerous.has(key) && !key.startsWith('$') && isSafe(inner, depth + 1),
  );
}

/** The request in a JSON text, or why there is none. Batches are refused: each operation has its own limits. */
export function parseRequest(text: string): GraphqlRequest | GraphQLError {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return refusal('BAD_REQUEST', { message: 'The body is not JSON.' });
  }
  return requestIn(body);
}

/** The request in a parsed message, or why there is none. */
export function requestIn(body: unknown): GraphqlRequest | GraphQLError {
  if (Array.isArray(body)) return refusal('BAD_REQUEST', { message: 'Send one operation per request.' });
  if (typeof body !== 'object' || body === null) {
    return refusal('BAD_REQUEST', { message: 'The body must be a JSON object.' });
  }
  const query = 'query' in body ? body.query : undefined;
  const operationName = 'operationName' in body ? (body.operationName ?? null) : null;
  const variables = 'variables' in body ? (body.variables ?? {}) : {};
  if (typeof query !== 'string') return refusal('BAD_REQUEST', { field: 'query' });
  if (operationName !== null && typeof operationName !== 'string') {
    return refusal('BAD_REQUEST', { field: 'operationName' });
  }
  if (!isVariables(variables)) return refusal('BAD_VARIABLES', { field: 'variables' });
  return { query, operationName, variables };
}
