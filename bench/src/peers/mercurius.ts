/** Mercurius 16 on Fastify 5 as its guide sets it up, with a map held in memory; `jit` lets it compile documents. */
import fastify from 'fastify';
import mercurius from 'mercurius';
import { resolvers, typeDefs } from './servedMap.ts';

const app = fastify();
await app.register(mercurius, {
  schema: typeDefs,
  resolvers,
  ...(process.argv[2] === 'jit' ? { jit: 1 } : {}),
});
const address = await app.listen({ port: 0, host: '127.0.0.1' });
process.send?.({ port: Number(new URL(address).port) });
process.once('disconnect', () => process.exit(0));
