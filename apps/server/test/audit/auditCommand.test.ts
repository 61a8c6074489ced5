import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeAudit } from '../../src/composeAudit.ts';
import type { AuditEntry } from '../../src/modules/audit/AuditEntry.ts';
import { doorNotes } from '../../src/modules/audit/doorNotes.ts';
import { MongoAuditLog } from '../../src/modules/audit/MongoAuditLog.ts';
import { RefusalPace } from '../../src/modules/audit/RefusalPace.ts';
import { runAuditCommand } from '../../src/modules/audit/runAuditCommand.ts';
import { openTestDatabase, Seed, testConfig } from '../seed.ts';

const repository = join(import.meta.dirname, '../../../..');
const folder = mkdtempSync(join(tmpdir(), 'jejak-audit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(script: readonly string[], settings: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, script, {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', error: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said.error += chunk.toString();
  });
  const [code]: unknown[] = await once(child, 'close');
  return { code, ...said };
}

/** Checks a file as somebody would who has it and nothing else. */
const check = (file: string, ...seal: string[]) =>
  run([join(repository, 'docs/check-audit.mjs'), file, ...seal]);

describe('the command of whoever runs the server', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  let audit: MongoAuditLog;
  let ani: { readonly userId: string; readonly email: string };

  /** Runs the command in this process. */
  async function command(...args: string[]) {
    const lines: string[] = [];
    const ports = composeAudit(database.connection, (line) => lines.push(`${line}\n`));
    const error = await runAuditCommand(ports, args).then(
      () => null,
      (thrown: unknown) => (thrown instanceof Error ? thrown : new Error(String(thrown))),
    );
    return { code: error === null ? 0 : 1, out: lines.join(''), error: error?.message ?? '' };
  }

  beforeAll(async () => {
    database = await openTestDatabase();
    const { connection, dataDir } = database;
    audit = new MongoAuditLog(connection, () => new Date('2026-11-30T10:00:00Z'));
    await audit.ensureIndexes();
    ani = await new Seed(connection, testConfig({ dataDir })).person({ name: 'Ani\u001b[31mred' });
    const notes = doorNotes(audit, new RefusalPace(() => new Date()));
    await notes.signedIn(ani.userId, '203.0.113.7', 'password');
    await notes.notSignedIn('203.0.113.8', 401);
    await notes.connected(ani.userId);
    await notes.arrived('signUp', ani.userId, 'wsp_one');
    await notes.arrived('signUp', ani.userId, 'wsp_two');
  });
  afterAll(() => database.close());

  it('[AUDIT14] lists the log of the installation by person, act, outcome and time', async () => {
    const all = await command('list');
    expect(all.code, all.error).toBe(0);
    expect(all.out.split('\n').slice(0, 4)).toEqual([
      `#3 2026-11-30T10:00:00.000Z connectProvider by ${ani.userId} (Ani [31mred)`,
      '#2 2026-11-30T10:00:00.000Z signIn REFUSED UNAUTHENTICATED by nobody address=203.0.113.8',
      `#1 2026-11-30T10:00:00.000Z signIn by ${ani.userId} (Ani [31mred) address=203.0.113.7 by=password`,
      '3 of 3 entries, newest first.',
    ]);
    const refused = await command('list', '--refused', '--act', 'signIn');
    expect(refused.out).toMatch(/^#2 .*\n1 of 1 entries/);
    expect((await command('list', '--person', ani.email, '--first', '1')).out).toMatch(/^#3 .*\n1 of 2 /);
    expect((await command('list', '--until', '2026-11-29')).out).toBe('0 of 0 entries, newest first.\n');
    expect((await command('list', '--chain', 'wsp_one')).out).toMatch(/^#1 .* signUp by /);
    for (const wrong of [['nothing'], ['list', '--odd'], ['list', '--from', 'soon'], ['export'], []])
      expect(await command(...wrong)).toMatchObject({ code: 1, out: '' });
  });

  it('[AUDIT14] runs beside a server that has the embedded database open, as this process has', async () => {
    const script = ['--import', 'tsx', join(repository, 'apps/server/src/auditCommand.ts'), 'list'];
    const { code, out, error } = await run([...script, '--refused'], { DATA_DIR: database.dataDir });
    expect([code, out, error]).toEqual([0, expect.stringMatching(/^#2 .*\n1 of 1 entries/), '']);
  });

  it('[AUDIT14] writes a file that others can check, and none over another', async () => {
    const file = join(folder, 'installation.jsonl');
    expect((await command('export', file)).out).toBe(`3 entries of installation are in ${file}.\n`);
    expect((await command('export', file)).code).toBe(1);
    const checked = await check(file);
    expect(checked).toMatchObject({ code: 0, out: expect.stringMatching(/^Entries 1 to 3 are as they/) });
    const csv = join(folder, 'installation.csv');
    await command('export', csv);
    expect((await readFile(csv, 'utf8')).trimEnd().split('\r\n')).toHaveLength(4);
  });

  it('[AUDIT8] [AUDIT14] whoever has a file and nothing else finds a change, a hole, a cut end and a cut beginning', async () => {
    const file = join(folder, 'whole.jsonl');
    await command('export', file);
    const entries = (await readFile(file, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as AuditEntry);
    const [one, two, three] = entries;
    if (!one || !two || !three) throw new Error('Three entries were written');
    const other = join(folder, 'other.jsonl');
    const told = async (list: readonly object[], ...seal: string[]) => {
      await writeFile(other, list.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
      const { code, out } = await check(other, ...seal);
      return [code, out.split('\n')[0]];
    };
    expect(await told(entries, three.hash)).toEqual([
      0,
      'Entries 1 to 3 are as they were written. The seal is that of entry 3.',
    ]);
    const forged = { ...two, facts: { address: '203.0.113.9' } };
    expect(await told([one, forged, three])).toEqual([1, 'Entry 2 is not what was written there.']);
    expect(await told([one, three])).toEqual([1, 'Entry 3 does not follow from the one before.']);
    expect(await told([one, two])).toEqual([0, 'Entries 1 to 2 are as they were written.']);
    expect(await told([one, two], three.hash)).toEqual([1, 'The entry of this seal is not there.']);
    expect(await told([two, three])).toEqual([0, 'Entries 2 to 3 are as they were written.']);
    expect(await told([{ ...one, previousHash: two.hash }])).toEqual([
      1,
      'Entry 1 does not follow from the one before.',
    ]);
    expect(await told([])).toEqual([1, 'There is no entry.']);
  });

  it('[AUDIT14] seals that were kept elsewhere show what was cut off, written anew or taken away', async () => {
    const { out: noted } = await command('seals');
    const seals = join(folder, 'seals.jsonl');
    await writeFile(seals, noted);
    const good = await command('verify', '--against', seals);
    expect([good.code, good.out.trimEnd().split('\n').at(-1)]).toEqual([
      0,
      '3 chains are as they were written and noted.',
    ]);
    const records = database.connection.collection('auditLog');
    const kept = await records.find().toArray();
    const tried = async (change: () => Promise<unknown>) => {
      await change();
      const [alone, against] = [await command('verify'), await command('verify', '--against', seals)];
      await records.deleteMany({});
      await records.insertMany(kept);
      return [alone.code, against.code, against.out, against.error] as const;
    };
    const cut = await tried(() => records.deleteOne({ chain: 'installation', n: 3 }));
    expect(cut.slice(0, 2)).toEqual([0, 1]);
    expect(cut[2]).toContain('installation: entry 3, which was noted, is gone or another');
    const gone = await tried(() => records.deleteMany({ chain: 'wsp_two' }));
    expect(gone.slice(0, 2)).toEqual([0, 1]);
    expect(gone[2]).toContain('wsp_two: all 1 entries that were noted are gone');
    const anew = await tried(async () => {
      await records.deleteMany({ chain: 'wsp_one' });
      await audit.append({
        workspaceId: 'wsp_one',
        actor: null,
        act: 'forged',
        refusedAs: null,
        targetId: null,
        facts: {},
      });
    });
    expect(anew.slice(0, 2)).toEqual([0, 1]);
    const changed = await tried(() => records.updateOne({ n: 1, chain: 'wsp_one' }, { $set: { act: 'x' } }));
    expect(changed.slice(0, 2)).toEqual([1, 1]);
    expect(changed[3]).toBe('1 of 3 chains are not as they were.');
    await writeFile(seals, 'not a seal');
    expect((await command('verify', '--against', seals)).code).toBe(1);
  });
});
