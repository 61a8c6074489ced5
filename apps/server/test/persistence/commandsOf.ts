import { MongoServerError } from 'mongodb';
import type { Connection } from 'mongoose';

type Answer = Promise<unknown>;

/** What a server answers to a command it does not know. */
export const refusedCommand = new MongoServerError({ code: 59, message: 'no such command' });

/** Puts `around` between us and the commands given to the `admin` database, until the returned function is called. */
export function commandsOf(connection: Connection, around: (run: () => Answer) => Answer): () => void {
  const client = connection.getClient();
  const database = client.db.bind(client);
  client.db = (...given: Parameters<typeof database>) => {
    const db = database(...given);
    if (given[0] !== 'admin') return db;
    const command = db.command.bind(db);
    db.command = (...asked: Parameters<typeof command>) =>
      around(() => command(...asked)) as ReturnType<typeof command>;
    return db;
  };
  return () => {
    client.db = database;
  };
}
