import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFindings } from '../pages/seriousFindings.ts';
import type { Person } from '../people/Person.ts';
import { cast, World } from '../World.ts';

interface Answer {
  readonly status: number;
  readonly data: unknown;
  readonly code: string | undefined;
}

describe('tokens of programs', () => {
  let world: World;
  let ayu: Person;

  beforeAll(async () => {
    world = await World.begin();
    ayu = await world.seat(cast.ayu);
  });
  afterAll(() => world.end());

  /** What a program is told that has this secret and nothing else. */
  async function ask(secret: string, query: string): Promise<Answer> {
    const response = await fetch(`${world.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = (await response.json()) as {
      data: unknown;
      errors?: { extensions: { code: string } }[];
    };
    return { status: response.status, data, code: errors?.[0]?.extensions.code };
  }
  const quiet = async (person: Person) => {
    expect(await seriousFindings(person.page)).toEqual([]);
    expect(person.problems).toEqual([]);
  };
  const readSampleMap = () => `{ journeyMap(id: "${world.workspace.sampleMapId}") { id } }`;

  it('[TOKENPAGE1] [ST3.1] Ayu makes one by keyboard, sees its secret once, sees it used and revokes it', async () => {
    const { page } = ayu;
    await ayu.visit('');
    await page.getByRole('button', { name: 'Your account: Ayu' }).click();
    await page.getByRole('menuitem', { name: 'API tokens' }).click();
    await page.getByRole('heading', { level: 1, name: 'API tokens' }).waitFor();
    await page.getByText('No tokens yet').waitFor();
    await quiet(ayu);

    await page.getByRole('button', { name: 'New token' }).focus();
    await page.keyboard.press('Enter');
    // The focus is in the name; a token without one, or without a scope, is asked about at its field.
    await page.keyboard.press('Enter');
    await page.getByText('Enter a name').waitFor();
    await page.keyboard.type('Weekly report');
    await page.getByRole('checkbox', { name: /^Read maps/ }).focus();
    await page.keyboard.press('Space');
    await page.getByLabel('Name', { exact: true }).press('Enter');
    await page.getByText('Choose at least one').waitFor();
    await quiet(ayu);
    await page.keyboard.press('Space');
    await page.getByLabel('Maps', { exact: true }).selectOption('some');
    await page.getByRole('checkbox', { name: 'Order medicine online' }).check();
    await page.getByLabel('How long').selectOption('7');
    await page.getByRole('button', { name: 'Make the token' }).click();

    const field = page.getByLabel('Secret', { exact: true });
    const secret = await field.inputValue();
    expect(secret).toMatch(/^jjk_p_[0-9A-Za-z]{38}$/);
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
    await quiet(ayu);
    expect(await ask(secret, readSampleMap())).toMatchObject({
      status: 200,
      data: { journeyMap: { id: world.workspace.sampleMapId } },
    });

    await page.reload();
    await page.getByText('Weekly report').waitFor();
    expect(await page.content()).not.toContain(secret.slice(10));
    const row = page.getByRole('listitem').filter({ hasText: 'Weekly report' });
    const told = await row.innerText();
    for (const words of [
      `${secret.slice(0, 10)}…`,
      'Read maps',
      'Only “Order medicine online”',
      'Last used',
      'Works until',
    ])
      expect(told).toContain(words);
    await quiet(ayu);

    await row.getByRole('button', { name: 'Revoke “Weekly report”' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('“Weekly report” no longer works.').waitFor();
    await page.getByText('No tokens yet').waitFor();
    const begin = page.getByRole('button', { name: 'New token' });
    expect(await begin.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await ask(secret, readSampleMap())).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    await quiet(ayu);
  });

  it('[TOKENPAGE2] a token of the workspace is made beside its people and works in its role', async () => {
    const { page } = ayu;
    await ayu.visit('/people');
    await page.getByRole('link', { name: 'API tokens' }).click();
    await page.getByRole('heading', { level: 1, name: 'API tokens of the workspace' }).waitFor();
    await page.getByRole('button', { name: 'New token' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Importer');
    await page.getByLabel('It works as').selectOption('viewer');
    await page.getByRole('checkbox', { name: /^Change maps/ }).check();
    await page.getByRole('button', { name: 'Make the token' }).click();
    const secret = await page.getByLabel('Secret', { exact: true }).inputValue();
    expect(secret).toMatch(/^jjk_w_/);
    await page.getByText('Made by Ayu').waitFor();
    const make = `mutation { createMap(input: { workspaceId: "${world.workspace.id}", title: "x", template: BLANK })
      { ... on UserError { code } } }`;
    expect(await ask(secret, make)).toMatchObject({ data: { createMap: { code: 'FORBIDDEN' } } });
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByLabel('Secret', { exact: true }).waitFor({ state: 'detached' });
    await quiet(ayu);
  });

  it('[TOKENPAGE2] whoever does not manage tokens of the workspace has their own, in their language, on a phone', async () => {
    const budi = await world.seat(cast.budi, { role: 'viewer', device: 'phone' });
    await budi.visit('/people/tokens');
    await budi.page.getByRole('heading', { level: 1, name: 'Anda tidak dapat melihat ini' }).waitFor();
    await budi.visit('/tokens');
    await budi.page.getByRole('button', { name: 'Token baru' }).click();
    await budi.page.getByLabel('Nama', { exact: true }).fill('Laporan');
    await quiet(budi);
    await budi.page.getByRole('button', { name: 'Buat token' }).click();
    await budi.page.getByLabel('Rahasia', { exact: true }).waitFor();
    expect(await budi.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await quiet(budi);
  });
});
