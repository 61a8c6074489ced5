import { createConnection } from 'mongoose';
import { hashSecret, newSecretToken, secretsMatch } from '../../src/auth/secretToken.ts';
import { tokenModel } from '../../src/auth/TokenRecord.ts';
import { TokenSource } from '../../src/auth/TokenSource.ts';
import { newTokenSecret, tokenFingerprint } from '../../src/auth/tokenSecret.ts';
import { seeded } from '../faults/seeded.ts';
import { testMongoUri } from '../startTestServer.ts';
import { welchT } from './welchT.ts';

/** Of each kind of guess. */
const samples = 10_000;
/** Beyond this the two differ; 4.5 is what others who test so take. */
const tMax = 4.5;
const seed = Number(process.env.TIMING_SEED ?? Math.floor(Math.random() * 2 ** 31));
const random = seeded(seed);

/** A guess of one of two kinds. */
type Guess = 'near' | 'far';
/** Tries a guess; how long it takes is what is looked at. */
type Try = (guess: Guess) => void | Promise<void>;

/** Measures both kinds by turns of chance and says how far their times lie apart, without the slowest tenth. */
async function measured(each: Try): Promise<number> {
  const times: Record<Guess, number[]> = { near: [], far: [] };
  for (let warm = 0; warm < samples / 10; warm += 1) await each(warm % 2 === 0 ? 'near' : 'far');
  while (times.near.length < samples || times.far.length < samples) {
    const guess = random() < 0.5 ? 'near' : 'far';
    const before = process.hrtime.bigint();
    const done = each(guess);
    if (done !== undefined) await done;
    times[guess].push(Number(process.hrtime.bigint() - before));
  }
  // One bound for both: a machine that does something else meanwhile does it to both.
  const all = [...times.near, ...times.far].sort((left, right) => left - right);
  const bound = all[Math.floor(all.length * 0.9)] ?? Number.POSITIVE_INFINITY;
  const kept = (kind: Guess) => times[kind].filter((time) => time <= bound);
  return welchT(kept('near'), kept('far'));
}

/** As nobody should compare: it must be found out, or the measurement is worth nothing. */
function comparedOpenly(left: string, right: string): boolean {
  for (let at = 0; at < left.length; at += 1) if (left[at] !== right[at]) return false;
  return left.length === right.length;
}

/** Each comparison is repeated within a sample, as a clock ticks too slowly for one. */
function repeated(compare: (left: string, right: string) => boolean, times: number): Try {
  const stored = hashSecret(newSecretToken());
  const other = (letter = '') => (letter === '0' ? '1' : '0');
  const guesses: Record<Guess, string> = {
    near: `${stored.slice(0, -1)}${other(stored.at(-1))}`,
    far: `${other(stored[0])}${stored.slice(1)}`,
  };
  return (guess) => {
    for (let time = 0; time < times; time += 1) if (compare(stored, guesses[guess])) throw new Error('equal');
  };
}

const connection = await createConnection(await testMongoUri(), { autoIndex: false }).asPromise();
const now = () => new Date();
const tokens = new TokenSource({ connection, now, report: () => {} });
await tokens.ensureIndexes();
const real = newTokenSecret('PERSONAL');
const print = tokenFingerprint(real);
if (print === null) throw new Error('no token');
await tokenModel(connection).create({
  ...{
    _id: 'tok_timing',
    ...print,
    prefix: real.slice(0, 10),
    kind: 'PERSONAL',
    name: 'Timing',
    scopes: ['maps:read'],
  },
  ...{ userId: 'usr_timing', workspaceId: null, role: null, mapIds: null, createdBy: 'usr_timing' },
  ...{ createdAt: now(), expiresAt: new Date(Date.now() + 86_400_000), lastUsedAt: null, revokedAt: null },
});
/** Nobody can choose what a hash begins with; here it is known, which is more than an attacker has. */
const ends: Record<Guess, string> = {
  near: `${print.hash.slice(0, -1)}${print.hash.endsWith('0') ? '1' : '0'}`,
  far: `${print.lookup}${print.hash[16] === '0' ? '1' : '0'}${print.hash.slice(17)}`,
};

process.stdout.write(`timing seed ${seed} (set TIMING_SEED to repeat), ${samples} samples of each kind\n`);
const control = await measured(repeated(comparedOpenly, 50));
const rows: readonly (readonly [name: string, t: number])[] = [
  ['secretsMatch', await measured(repeated(secretsMatch, 20))],
  [
    'a token in the database',
    await measured(async (guess) => {
      if ((await tokens.use({ lookup: print.lookup, hash: ends[guess] })) !== null) throw new Error('found');
    }),
  ],
];
await connection.dropDatabase();
await connection.close();

const shown = (t: number) => t.toFixed(2);
process.stdout.write(`compared openly: t=${shown(control)}, which must be beyond ${tMax}\n`);
for (const [name, t] of rows) process.stdout.write(`${name}: t=${shown(t)}, at most ${tMax}\n`);
const isBlind = Math.abs(control) <= tMax;
const isOpen = rows.some(([, t]) => Math.abs(t) > tMax);
process.stdout.write(
  isBlind ? 'too noisy to tell\n' : isOpen ? 'times tell how much was right\n' : 'nothing is told\n',
);
process.exit(isBlind || isOpen ? 1 : 0);
