/** Apollo Server 5 on Express 5 as their guides set them up, with a map held in memory. */
import { createServer } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import { announce } from './announce.ts';
import { resolvers, typeDefs } from './servedMap.ts';

const app = express();
const http = createServer(app);
const apollo = new ApolloServer({ typeDefs, resolvers });
await apollo.start();
app.use('/graphql', express.json(), expressMiddleware(apollo));
announce(http);
