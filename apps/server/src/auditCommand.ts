import { composeAudit } from './composeAudit.ts';
import { loadConfig } from './config/loadConfig.ts';
import { openBesideServer } from './database/openDatabase.ts';
import { runAuditCommand } from './modules/audit/runAuditCommand.ts';
import { runCommand } from './runCommand.ts';

// npm run audit -- list | export | seals | verify
await runCommand(async (args, print) => {
  // What is printed may be kept as a file: a database that is started says so elsewhere.
  const database = await openBesideServer(loadConfig(), (line) => process.stderr.write(`${line}\n`));
  try {
    await runAuditCommand(composeAudit(database.connection, print), args);
  } finally {
    await database.close();
  }
});
