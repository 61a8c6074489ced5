/** GraphQL Yoga 5 on Node's server as its guide sets it up, with a map held in memory. */
import { createServer } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';
import { announce } from './announce.ts';
import { resolvers, typeDefs } from './servedMap.ts';

announce(createServer(createYoga({ schema: createSchema({ typeDefs, resolvers }), logging: false })));
