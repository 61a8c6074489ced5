import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiBed } from './ApiBed.ts';
import { actTrials } from './apiActs.ts';
import type { ApiCrashPoint } from './apiCrashPoints.ts';
import { type ApiTrial, mapTrials, type PreparedTrial } from './apiTrials.ts';
import { faultSize, reportRow } from './faultRows.ts';

const trials = [...mapTrials, ...actTrials];
const takenOverMs = 31_000;
/** What is left is looked for every 10 s. */
const finishedMsMax = 40_000;

/** How many entries a trial writes, or calls it makes, that come to a point. */
const passesAt: Readonly<Partial<Record<ApiCrashPoint, (trial: ApiTrial) => number>>> = {
  noted: () => 1,
  // The first that is on its way.
  append: () => 0,
  structure: ({ writes }) => writes.structure,
  content: ({ writes }) => writes.content,
  journaled: ({ writes }) => writes.structure + writes.content,
  finish: () => 1,
  finished: () => 1,
};

/** What can be compared of two that are about other records. */
function plain(value: unknown): unknown {
  const text = JSON.stringify(value)
    .replaceAll(/\b(map|crd|stg|stp|lan|per|wsp|usr|inv|whk|whd)_[\w-]+/g, '$1_*')
    .replaceAll(/"mapVersion":"[\d.]+"/g, '"mapVersion":"*"')
    .replaceAll(/"clientMutationId":"[^"]*"/g, '"clientMutationId":"*"')
    .replaceAll(/Named \d+/g, 'Named *');
  return JSON.parse(text);
}

interface Tried {
  readonly trial: ApiTrial;
  readonly prepared: PreparedTrial;
  readonly undisturbed: { readonly answer: unknown; readonly there: unknown };
}

describe('a node that dies over a call which is then repeated', () => {
  let bed: ApiBed;
  let calls = 0;
  /** What each trial comes to where nobody dies. */
  const undisturbed = new Map<string, Tried['undisturbed']>();

  const once = ({ call }: PreparedTrial) => {
    const clientMutationId = `call-${++calls}`;
    const input = { ...call.input, clientMutationId };
    return { ...call, input, select: `clientMutationId ${call.select}` };
  };

  beforeAll(async () => {
    bed = await ApiBed.start();
    await Promise.all(
      trials.map(async (trial) => {
        const prepared = await trial.prepare(bed);
        const answer = plain(await bed.call(once(prepared)));
        undisturbed.set(trial.name, { answer, there: plain(await prepared.look()) });
      }),
    );
  }, 120_000);
  afterAll(() => bed?.stop());

  it('[FAULT21] nobody disturbed: each trial does what it is about', () => {
    const refused = [...undisturbed].filter(([, { answer }]) => /Error"/.test(JSON.stringify(answer)));
    expect(refused.map(([name]) => name)).toEqual(['a batch is refused']);
  });

  it.each(Object.keys(passesAt) as ApiCrashPoint[])(
    '[FAULT21] [WRITE13] [WRITE16] [F22] at %s: it is done once, whole, and answered as if nobody had died',
    async (point) => {
      for (let round = 0; round < faultSize('F22'); round += 1) {
        await bed.renewTeam();
        const tried = await Promise.all(
          trials.map(async (trial): Promise<Tried> => {
            const known = undisturbed.get(trial.name);
            if (known === undefined) throw new Error(`${trial.name} was not tried`);
            return { trial, prepared: await trial.prepare(bed), undisturbed: known };
          }),
        );
        const sent = tried.map((one) => ({ ...one, call: once(one.prepared) }));
        const passes = sent.reduce((sum, { trial }) => sum + (passesAt[point]?.(trial) ?? 0), 0);
        await bed.node(0).arm(point, passes);
        const answers = sent.map(({ call }) => bed.call(call, 0).catch(() => null));
        await bed.node(0).died();
        const before = await Promise.all(answers);
        await bed.node(0).start();
        await bed.ahead(takenOverMs);
        const faults: string[] = [];
        await Promise.all(
          sent.map(async ({ trial, prepared, call, undisturbed: wanted }, n) => {
            const [there, elsewhere] = n % 2 === 0 ? [1, 0] : [0, 1];
            const answer = await bed.call(call, there);
            const again = await bed.call(call, elsewhere);
            const note = (what: string, seen: unknown, right: unknown): void => {
              if (!same(seen, right))
                faults.push(`${trial.name}, ${what}: ${print(seen)}, not ${print(right)}`);
            };
            note('answer', plain(answer), wanted.answer);
            note('said again', again, answer);
            note('there', plain(await prepared.look()), wanted.there);
            // What was answered before the end was true.
            note('said before', before[n] ?? answer, answer);
          }),
        );
        expect({ point, round, faults }).toEqual({ point, round, faults: [] });
      }
      reportRow('F22', { point, rounds: faultSize('F22'), calls: trials.length });
    },
    3_600_000,
  );

  it.each(['structure', 'content', 'append'] as const)(
    '[FAULT25] [WRITE19] [F22] at %s, and nobody repeats it: it is there whole, or not at all',
    async (point) => {
      await bed.renewTeam();
      const both = trials.filter(({ writes }) => writes.structure > 0 && writes.content > 0);
      const tried = await Promise.all(
        both.map(async (trial) => ({ trial, prepared: await trial.prepare(bed) })),
      );
      const before = await Promise.all(tried.map(async ({ prepared }) => plain(await prepared.look())));
      const passes = point === 'append' ? 0 : both.length;
      await bed.node(0).arm(point, passes);
      const answers = tried.map(({ prepared }) => bed.call(prepared.call, 0).catch(() => null));
      await bed.node(0).died();
      await Promise.all(answers);
      await bed.node(0).start();
      await bed.ahead(takenOverMs);
      for (const [n, { trial, prepared }] of tried.entries()) {
        const whole = undisturbed.get(trial.name)?.there;
        // Of what was not journaled at all nothing is done; of what was begun the rest.
        const right = point === 'append' ? [whole, before[n]] : [whole];
        const there = async () => {
          const now = plain(await prepared.look());
          return right.some((one) => same(one, now)) ? 'right' : print(now);
        };
        await expect.poll(there, { timeout: finishedMsMax, interval: 500 }).toBe('right');
      }
    },
    120_000,
  );

  it('[FAULT21] no node complains afterwards', async () => {
    expect(bed.errors).toBe('');
    for (const node of bed.nodes) expect(await node.unhandled()).toBe(0);
  });
});

const print = (value: unknown): string => JSON.stringify(value);

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
