import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { BackupError } from './backup/backupFormat.ts';
import { restoreBackup } from './backup/restoreBackup.ts';
import { loadConfig } from './config/loadConfig.ts';
import { openBesideServer } from './database/openDatabase.ts';
import { MongoSnapshotStore } from './persistence/mongo/MongoSnapshotStore.ts';
import { MongoUpdateLog } from './persistence/mongo/MongoUpdateLog.ts';
import { runCommand } from './runCommand.ts';

const epochMax = 2 ** 31;

// npm run restore -- <file> [--replace]
await runCommand(async (args, print) => {
  const replace = args.includes('--replace');
  const [file, ...rest] = args.filter((arg) => arg !== '--replace');
  if (file === undefined || rest.length > 0 || file.startsWith('--'))
    throw new BackupError('Say what from: npm run restore -- <file> [--replace]');
  const database = await openBesideServer(loadConfig(), print);
  try {
    const { connection } = database;
    const { db } = connection;
    if (db === undefined) throw new BackupError('The database does not answer.');
    if (database.inUse)
      throw new BackupError(
        'The server is running on this data folder. Stop it first. Nothing was restored.',
      );
    const log = new MongoUpdateLog({ connection, logger: pino({ level: 'silent' }) });
    let told = false;
    const restored = await restoreBackup({
      db,
      file,
      replace,
      async ensureIndexes() {
        await log.ensureIndexes();
        await new MongoSnapshotStore(connection).ensureIndexes();
      },
      newEpoch: () => randomInt(1, epochMax),
      async pause(ms) {
        if (!told) print('Looking whether a server works on this database …');
        told = true;
        await pause(ms);
      },
    });
    print(`Restored ${restored.documents} documents and ${restored.records} records from ${file}.`);
    print(`Every edit saved before ${restored.upTo} is there. Everybody signs in anew.`);
  } finally {
    await database.close();
  }
});
