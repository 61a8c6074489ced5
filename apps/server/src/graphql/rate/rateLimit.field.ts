import { builder } from '../builder.ts';
import type { Charge } from './Charge.ts';

const rateLimitRef = builder.objectRef<Charge>('RateLimit').implement({
  description: 'What you may still ask of this server before your minute is over. Each token has its own.',
  fields: (t) => ({
    cost: t.exposeInt('cost', { description: 'What this very operation costs.' }),
    limit: t.exposeInt('costMax', { description: 'How much cost a minute allows.' }),
    remaining: t.exposeInt('costLeft', { description: 'How much of it is left, with this operation paid.' }),
    requestLimit: t.exposeInt('requestsMax', { description: 'How many requests a minute allows.' }),
    requestsRemaining: t.exposeInt('requestsLeft', {
      description: 'How many of them are left, this one counted.',
    }),
    resetAt: t.expose('resetAt', {
      type: 'DateTime',
      description: 'When all of it is there again.',
    }),
  }),
});

builder.queryField('rateLimit', (t) =>
  t.field({
    type: rateLimitRef,
    skipTypeScopes: true,
    description:
      'What you may still ask, and what this operation costs. Asking costs nothing but the request.',
    extensions: { cost: { self: 0 } },
    resolve: (_root, _args, { charge }) => charge,
  }),
);
