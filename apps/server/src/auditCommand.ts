import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { identityModels } from './auth/identityModels.ts';
import { loadConfig } from './config/loadConfig.ts';
import { openBesideServer } from './database/openDatabase.ts';
import { MongoAuditLog } from './modules/audit/MongoAuditLog.ts';
import { runAuditCommand } from './modules/audit/runAuditCommand.ts';
import { plainText } from './observability/plainText.ts';
import { runCommand } from './runCommand.ts';

// npm run audit -- list | export | seals | verify
await runCommand(async (args, print) => {
  // What is printed may be kept as a file: a database that is started says so elsewhere.
  const database = await openBesideServer(loadConfig(), (line) => process.stderr.write(`${line}\n`));
  try {
    const { User } = identityModels(database.connection);
    const audit = new MongoAuditLog(database.connection, () => {
      throw new Error('The command writes no entries.');
    });
    await runAuditCommand(
      {
        audit,
        personOf: async (email) => (await User.findOne({ email }, { _id: 1 }).lean())?._id ?? null,
        namesOf: async (userIds) => {
          const people = await User.find({ _id: { $in: [...userIds] } }, { name: 1 }).lean();
          return new Map(people.map(({ _id, name }) => [_id, plainText(name)]));
        },
        readFile: (path) => readFile(path, 'utf8'),
        writeFile: (path, lines) =>
          pipeline(Readable.from(lines), createWriteStream(path, { flags: 'wx', mode: 0o600 })),
        print,
      },
      args,
    );
  } finally {
    await database.close();
  }
});
