import { type Connection, createConnection } from 'mongoose';
import { afterAll } from 'vitest';
import { testMongoUri } from '../startTestServer.ts';

const opened: Connection[] = [];
afterAll(async () => {
  for (const connection of opened) {
    await connection.dropDatabase();
    await connection.close();
  }
});

/** A database of its own that holds nothing, gone when the tests of the file are over. */
export async function emptyDatabase(): Promise<{
  uri: string;
  connection: Connection;
  db: NonNullable<Connection['db']>;
}> {
  const uri = await testMongoUri();
  const options = { writeConcern: { w: 1, journal: true }, autoIndex: false, autoCreate: false } as const;
  const connection = await createConnection(uri, options).asPromise();
  opened.push(connection);
  if (connection.db === undefined) throw new Error('no database');
  return { uri, connection, db: connection.db };
}
