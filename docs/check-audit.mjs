// Checks a file of an audit log by itself, without Jejak or its database:
//
//     node check-audit.mjs audit.jsonl [seal]
//
// Each entry must carry the SHA-256 of what it says and of the hash before it. A seal is the hash of an entry that was noted
// elsewhere before: where the file does not hold it, something was cut off or written anew. Exit code 0: all is well.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

const [file, seal] = process.argv.slice(2);
if (file === undefined) throw new Error('Usage: node check-audit.mjs audit.jsonl [seal]');

/** What an entry says, in the order that is hashed. */
const hashOf = ({ previousHash, workspaceId, n, at, actor, act, refusedAs, targetId, facts }) => {
  const who = actor === null ? null : [actor.kind, actor.userId, actor.tokenId];
  const told = Object.entries(facts).sort(([one], [other]) => (one < other ? -1 : 1));
  const said = [previousHash, workspaceId, n, at, who, act, refusedAs, targetId, told];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
};

let first = null;
let last = null;
let sealedAt = null;
const fail = (text) => {
  process.stdout.write(`${text}\n`);
  process.exit(1);
};

for await (const line of createInterface({ input: createReadStream(file) })) {
  if (line === '') continue;
  const entry = JSON.parse(line);
  // A file may begin in the middle; the first entry of all rests on zeros.
  const follows =
    last === null
      ? entry.n > 1 || entry.previousHash === '0'.repeat(64)
      : entry.n === last.n + 1 && entry.previousHash === last.hash;
  if (!follows) fail(`Entry ${entry.n} does not follow from the one before.`);
  if (hashOf(entry) !== entry.hash) fail(`Entry ${entry.n} is not what was written there.`);
  first ??= entry;
  last = entry;
  if (entry.hash === seal) sealedAt = entry.n;
}

if (last === null) fail('There is no entry.');
if (seal !== undefined && sealedAt === null) fail('The entry of this seal is not there.');
process.stdout.write(
  `Entries ${first.n} to ${last.n} are as they were written.${sealedAt === null ? '' : ` The seal is that of entry ${sealedAt}.`}\n`,
);
process.stdout.write(`Seal of the last: ${last.hash}\n`);
