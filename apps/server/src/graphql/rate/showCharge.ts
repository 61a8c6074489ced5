import type { ServerResponse } from 'node:http';
import type { Charge } from './Charge.ts';
import { rateLimits } from './rateLimits.ts';

const windowSeconds = rateLimits.windowMs / 1_000;

/** Tells on an answer what its operation cost and what is left, in the header fields of the IETF's draft. */
export function showCharge(response: ServerResponse, charge: Charge): void {
  const { costMax, costLeft, requestsMax, requestsLeft, resetSeconds } = charge;
  response.setHeader('operation-cost', charge.cost);
  response.setHeader(
    'ratelimit-policy',
    `"cost";q=${costMax};w=${windowSeconds}, "requests";q=${requestsMax};w=${windowSeconds}`,
  );
  response.setHeader(
    'ratelimit',
    `"cost";r=${costLeft};t=${resetSeconds}, "requests";r=${requestsLeft};t=${resetSeconds}`,
  );
  if (charge.refused !== null) response.setHeader('retry-after', resetSeconds);
}
