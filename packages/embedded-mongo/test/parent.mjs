// A stand-in for the server: starts the engine, says where it is, and waits to be killed.
import { startEmbeddedMongo } from '../src/startEmbeddedMongo.ts';

const database = await startEmbeddedMongo({ dataDir: process.argv[2], log: () => {} });
process.send({ pid: database.pid, uri: database.uri });
setInterval(() => {}, 1_000_000);
