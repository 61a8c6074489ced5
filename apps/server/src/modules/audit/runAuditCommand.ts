import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { AuditEntry } from './AuditEntry.ts';
import type { AuditFilter, AuditLog } from './AuditLog.ts';
import { auditFormats } from './auditFormats.ts';
import { checkChains, installationName, parseSeals, readSeals } from './auditSeals.ts';

/** The command cannot be carried out as it was typed, or found something wrong; its message is for whoever typed it. */
export class AuditCommandError extends Error {
  override readonly name = 'AuditCommandError';
}

const usage = `npm run audit -- <what>
  list [choice]            the newest entries
  export <file> [choice]   all of them, oldest first, to a .jsonl or .csv file
  seals                    where each chain ends, to be kept elsewhere
  verify [--against file]  follows every chain, and finds what was noted by seals
Choices: --chain installation|wsp_…  --person <id or e-mail>  --act signIn  --refused  --done
         --from 2026-11-01  --until 2026-11-30T12:00:00Z  --first 50 (list)`;

/** What the command works with. */
export interface AuditCommandPorts {
  readonly audit: AuditLog;
  /** The id of the person with an address; null where nobody has it. */
  readonly personOf: (email: string) => Promise<string | null>;
  /** Names of people by their ids, on one line and without signs that a terminal obeys. */
  readonly namesOf: (userIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly readFile: (path: string) => Promise<string>;
  /** Writes a new file; fails where there is one. */
  readonly writeFile: (path: string, lines: AsyncIterable<string>) => Promise<void>;
  readonly print: (line: string) => void;
}

const options = {
  chain: { type: 'string', default: installationName },
  person: { type: 'string' },
  act: { type: 'string', multiple: true },
  refused: { type: 'boolean', default: false },
  done: { type: 'boolean', default: false },
  from: { type: 'string' },
  until: { type: 'string' },
  first: { type: 'string', default: '50' },
  against: { type: 'string' },
} as const;

/** Does for whoever runs the server what the page of activity does for those who manage a workspace [AUDIT14]. */
export async function runAuditCommand(ports: AuditCommandPorts, args: readonly string[]): Promise<void> {
  const { values, positionals } = parsed(args);
  const [what, file, ...rest] = positionals;
  if (rest.length > 0 || (file === undefined) !== (what !== 'export')) throw new AuditCommandError(usage);
  const workspaceId = values.chain === installationName ? null : values.chain;
  if (what === 'list') return list(ports, workspaceId, await filterOf(ports, values), Number(values.first));
  if (what === 'seals') {
    for await (const seal of readSeals(ports.audit)) ports.print(JSON.stringify(seal));
    return;
  }
  if (what === 'verify') return verify(ports, values.against);
  if (what !== 'export' || file === undefined) throw new AuditCommandError(usage);
  const format = file.endsWith('.jsonl') ? 'jsonl' : file.endsWith('.csv') ? 'csv' : null;
  if (format === null) throw new AuditCommandError('The file must end with .jsonl or .csv.');
  const { head, line } = auditFormats[format];
  const entries = ports.audit.oldestFirst(workspaceId, await filterOf(ports, values));
  let count = 0;
  async function* lines() {
    if (head !== '') yield head;
    for await (const entry of entries) {
      count += 1;
      yield line(entry);
    }
  }
  await ports.writeFile(file, lines());
  ports.print(`${count} entries of ${values.chain} are in ${file}.`);
}

type Values = ReturnType<typeof parsed>['values'];

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new AuditCommandError(`${error instanceof Error ? error.message : 'That is no choice.'}\n${usage}`);
  }
}

async function filterOf({ personOf }: AuditCommandPorts, given: Values): Promise<AuditFilter> {
  const { person, act, refused, done } = given;
  const userId = person?.includes('@') ? await personOf(person.toLowerCase()) : person;
  if (userId === null) throw new AuditCommandError('Nobody here has this address.');
  const [from, until] = [momentOf(given.from, 'T00:00:00.000Z'), momentOf(given.until, 'T23:59:59.999Z')];
  return {
    ...(userId === undefined ? {} : { userId }),
    ...(act === undefined ? {} : { acts: act }),
    ...(refused === done ? {} : { refused }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}

/** A day stands for its beginning or its end, by the time of the whole world. */
function momentOf(text: string | undefined, timeOfDay: string): Date | undefined {
  if (text === undefined) return undefined;
  const moment = z.iso.date().safeParse(text).success ? `${text}${timeOfDay}` : text;
  if (!z.iso.datetime({ offset: true }).safeParse(moment).success)
    throw new AuditCommandError('A moment is written like 2026-11-30 or 2026-11-30T12:00:00Z.');
  return new Date(moment);
}

async function list(
  { audit, namesOf, print }: AuditCommandPorts,
  workspaceId: string | null,
  filter: AuditFilter,
  first: number,
): Promise<void> {
  if (!Number.isInteger(first) || first < 1 || first > 1_000)
    throw new AuditCommandError('--first takes a number from 1 to 1000.');
  const entries = await audit.newest(workspaceId, filter, null, first);
  const names = await namesOf([...new Set(entries.flatMap(({ actor }) => actor?.userId ?? []))]);
  for (const entry of entries) print(lineOf(entry, names));
  print(`${entries.length} of ${await audit.count(workspaceId, filter)} entries, newest first.`);
}

function lineOf(entry: AuditEntry, names: ReadonlyMap<string, string>): string {
  const { n, at, act, refusedAs, actor, targetId, facts } = entry;
  const name = actor === null ? undefined : names.get(actor.userId);
  const who = actor === null ? 'nobody' : `${actor.userId}${name === undefined ? '' : ` (${name})`}`;
  const token = actor?.tokenId == null ? '' : ` with ${actor.tokenId}`;
  const about = targetId === null || targetId === actor?.userId ? '' : ` ${targetId}`;
  const told = Object.entries(facts).map(([key, value]) => ` ${key}=${value}`);
  const outcome = refusedAs === null ? '' : ` REFUSED ${refusedAs}`;
  return `#${n} ${at.toISOString()} ${act}${about}${outcome} by ${who}${token}${told.join('')}`;
}

async function verify(ports: AuditCommandPorts, against: string | undefined): Promise<void> {
  const seals = against === undefined ? [] : parseSeals(await ports.readFile(against));
  if (seals === null)
    throw new AuditCommandError('This file does not hold what `npm run audit -- seals` prints.');
  const problems: string[] = [];
  let chains = 0;
  for await (const { chain, entries, head, problem } of checkChains(ports.audit, seals)) {
    chains += 1;
    if (problem !== null) problems.push(`${chain}: ${problem}`);
    ports.print(`${chain}: ${problem ?? `${entries} entries, as they were written, seal ${head}`}`);
  }
  if (problems.length > 0)
    throw new AuditCommandError(`${problems.length} of ${chains} chains are not as they were.`);
  ports.print(`${chains} chains are as they were written${against === undefined ? '' : ' and noted'}.`);
}
