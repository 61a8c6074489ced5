import type { ActorRef } from '@jejak/access';
import { expect, it } from 'vitest';
import { memoryMutationLedger } from '../../../test/graphql/memoryMutationLedger.ts';
import { keptFields, keptOf } from '../maps/keptOutcome.ts';
import { BoundedLedger } from './BoundedLedger.ts';
import { runOnce } from './runOnce.ts';

const hourMs = 60 * 60_000;
const ani: ActorRef = { kind: 'USER', userId: 'ani', tokenId: null };
const program: ActorRef = { kind: 'API', userId: 'ani', tokenId: 'tok' };

it('[WRITE18] calls beyond what may be remembered of one are refused until there is room; known ones are answered', async () => {
  let time = 1_000 * hourMs;
  let ids = 0;
  const now = () => new Date(time);
  const mutations = new BoundedLedger(memoryMutationLedger(), { bytesMax: 10_000, now });
  const ports = { mutations, now, newId: () => `id${++ids}` };
  let runs = 0;
  const call = (clientMutationId: string, by = program, text = 'x'.repeat(1_000)) =>
    runOnce(
      ports,
      { by, workspaceId: 'w', repeat: { clientMutationId, deed: null }, name: 'addCard', input: {} },
      async () => null,
      async () => ({ run: ++runs, text }),
    );
  const first = await call('0');
  let done = 1;
  for (; done < 100; done += 1) if ((await call(String(done)).catch(() => null)) === null) break;
  expect(done).toBeGreaterThan(4);
  expect(done).toBeLessThan(12);
  const refused = { code: 'LIMIT', field: 'clientMutationId', messageKey: 'errors.tooMuchRemembered' };
  await expect(call('one more')).rejects.toMatchObject(refused);
  const wait = await call('one more').catch((error: { retryAfterSeconds: number }) => error);
  expect(wait).toMatchObject({ retryAfterSeconds: 25 * 3_600 });
  // Whoever repeats a call is answered, others are not held up, and without an id nothing is remembered.
  expect(await call('0')).toEqual(first);
  expect((await call('0', ani)).run).toBeGreaterThan(first.run);
  const repeat = { clientMutationId: null, deed: null };
  const anonymous = { by: program, workspaceId: 'w', repeat, name: 'addCard', input: {} };
  expect(
    await runOnce(
      ports,
      anonymous,
      async () => null,
      async () => 'done',
    ),
  ).toBe('done');
  time += 25 * hourMs;
  expect((await call('one more')).run).toBeGreaterThan(first.run);
});

it('[WRITE18] what is kept of the largest call is small', () => {
  const error = { code: 'NOT_FOUND', field: 'personaId', messageKey: 'operation.personaNotFound' } as const;
  const refused = keptOf(Array.from({ length: 500 }, () => ({ ok: false, error }) as const));
  expect(JSON.stringify(refused).length).toBeLessThan(48 * 1024);
  const done = keptOf(
    Array.from({ length: 500 }, () => ({ ok: true, id: `crd_${'x'.repeat(16)}`, changed: true })),
  );
  expect(JSON.stringify(done).length).toBeLessThan(12 * 1024);
  const fields = keptFields(
    Array.from(
      { length: 12_000 },
      (_, n) => ({ root: 'cards', key: `crd_${n}`, field: `tag.${n}` }) as const,
    ),
  );
  expect(fields).toHaveLength(10);
  expect(JSON.stringify(fields)).not.toContain('tag');
});
