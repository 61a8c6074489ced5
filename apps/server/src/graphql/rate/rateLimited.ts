import type { GraphQLError } from 'graphql';
import { refusal } from '../refusal.ts';
import type { Charge } from './Charge.ts';

/** Why a charge was refused, with all that its reader needs to come back in time. */
export function rateLimited(charge: Charge): GraphQLError {
  const { cost, refused, resetSeconds: retryAfterSeconds } = charge;
  return refused === 'requests'
    ? refusal('RATE_LIMITED', { quota: 'requests', cost, limit: charge.requestsMax, retryAfterSeconds })
    : refusal('RATE_LIMITED', {
        quota: 'cost',
        cost,
        limit: charge.costMax,
        remaining: charge.costLeft,
        retryAfterSeconds,
      });
}
