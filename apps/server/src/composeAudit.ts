import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Connection } from 'mongoose';
import { identityModels } from './auth/identityModels.ts';
import { MongoAuditLog } from './modules/audit/MongoAuditLog.ts';
import type { AuditCommandPorts } from './modules/audit/runAuditCommand.ts';
import { plainText } from './observability/plainText.ts';

/** What the command for audit logs works with, on an open database and the files of this machine. */
export function composeAudit(connection: Connection, print: (line: string) => void): AuditCommandPorts {
  const { User } = identityModels(connection);
  return {
    audit: new MongoAuditLog(connection, () => {
      throw new Error('The command writes no entries.');
    }),
    personOf: async (email) => (await User.findOne({ email }, { _id: 1 }).lean())?._id ?? null,
    namesOf: async (userIds) => {
      const people = await User.find({ _id: { $in: [...userIds] } }, { name: 1 }).lean();
      return new Map(people.map(({ _id, name }) => [_id, plainText(name)]));
    },
    readFile: (path) => readFile(path, 'utf8'),
    writeFile: (path, lines) =>
      pipeline(Readable.from(lines), createWriteStream(path, { flags: 'wx', mode: 0o600 })),
    print,
  };
}
