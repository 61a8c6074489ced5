export type { EmbeddedMongo, EmbeddedMongoOptions } from './startEmbeddedMongo.ts';
export { startEmbeddedMongo } from './startEmbeddedMongo.ts';
