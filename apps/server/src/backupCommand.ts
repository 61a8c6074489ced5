import { BackupError } from './backup/backupFormat.ts';
import { writeBackup } from './backup/writeBackup.ts';
import { loadConfig } from './config/loadConfig.ts';
import { openBesideServer } from './database/openDatabase.ts';
import { runCommand } from './runCommand.ts';

// npm run backup -- <file or folder>
await runCommand(async (args, print) => {
  const [target, ...rest] = args;
  if (target === undefined || rest.length > 0 || target.startsWith('--'))
    throw new BackupError('Say where to: npm run backup -- <file or folder>');
  const database = await openBesideServer(loadConfig(), print);
  try {
    const { db } = database.connection;
    if (db === undefined) throw new BackupError('The database does not answer.');
    const written = await writeBackup(db, target);
    const maps = written.records.get('maps') ?? 0;
    const people = written.records.get('user') ?? 0;
    print(`Backed up ${maps} maps and ${people} accounts to ${written.file}, ${written.bytes} bytes.`);
    print(`Every edit saved before ${written.upTo.toISOString()} is in it.`);
    for (const docId of written.damaged) print(`Damaged before this, and copied as it is: ${docId}`);
  } finally {
    await database.close();
  }
});
