import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../faults/seeded.ts';
import { TokenBed } from '../tokens/TokenBed.ts';
import { insideForms, otherForms } from './addressCases.ts';
import { CorpusCount } from './CorpusCount.ts';
import { UnhandledErrors } from './UnhandledErrors.ts';

const seed = Number(process.env.HOSTILE_SEED ?? 2_212);

describe(`webhooks at hostile addresses (seed ${seed})`, () => {
  const unhandled = new UnhandledErrors();
  const count = new CorpusCount('Webhooks and fetches, over GraphQL', seed);
  let bed: TokenBed;
  beforeAll(async () => {
    bed = await TokenBed.start();
  });
  afterAll(async () => {
    unhandled.stop();
    await bed.server.close();
    count.tell();
  });

  it('[HOSTILE10] [HOOK13] no webhook is made for, or moved to, an address inside: each is refused at its field', async () => {
    const { workspaceId, owner } = bed.team;
    const url = 'https://hooks.invalid/kept';
    const made = await bed.act('createWebhook', { workspaceId, url }, 'webhook { id }', owner);
    const { id: webhookId } = (made as { webhook: { id: string } }).webhook;
    const kept = () => bed.server.database.connection.collection('webhooks').find().toArray();
    const before = await kept();
    expect(before).toHaveLength(1);
    const surprises: unknown[] = [];
    const forms = [...insideForms(seeded(seed), 0), ...otherForms];
    for (const each of forms) {
      for (const [name, input] of [
        ['createWebhook', { workspaceId, url: each.url }],
        ['updateWebhook', { webhookId, url: each.url }],
      ] as const) {
        const told = await bed.act(name, input, '__typename', owner);
        if (told.code !== 'INVALID' || told.field !== 'url') surprises.push({ name, url: each.url, told });
      }
    }
    expect(surprises).toEqual([]);
    expect(await kept()).toEqual(before);
    expect(unhandled.seen).toEqual([]);
    count.add('refused', 2 * forms.length);
  });
});
