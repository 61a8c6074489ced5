import { verifyWebhook } from '@jejak/client/webhooks';
import { WebhookReceiver } from '@jejak/testbed';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFindings } from '../pages/seriousFindings.ts';
import type { Person } from '../people/Person.ts';
import { cast, World } from '../World.ts';

describe('webhooks of a workspace', () => {
  let world: World;
  let receiver: WebhookReceiver;
  let secret: string;
  let ayu: Person;

  beforeAll(async () => {
    world = await World.begin({ WEBHOOKS_ALLOWED_HOSTS: '127.0.0.1' });
    receiver = await WebhookReceiver.start();
    receiver.status = 204;
    ayu = await world.seat(cast.ayu);
  });
  afterAll(async () => {
    await world.end();
    await receiver.close();
  });

  const quiet = async (person: Person) => {
    expect(await seriousFindings(person.page)).toEqual([]);
    expect(person.problems).toEqual([]);
  };
  const hasFocus = (person: Person, name: string) =>
    person.page
      .getByRole('button', { name, exact: true })
      .evaluate((button) => button === document.activeElement);
  /** What came last, and whether it is believed. */
  const lastToldOf = async () => {
    const last = receiver.received.at(-1);
    const verdict = await verifyWebhook(last?.text ?? '', last?.headers ?? {}, secret);
    const { 'jejak-delivery': delivery, 'jejak-event': type } = last?.headers ?? {};
    return { isSigned: verdict.ok, delivery: String(delivery), type, text: last?.text ?? '' };
  };
  /** The rows of the log, newest first. */
  const rows = () => ayu.page.getByRole('list', { name: 'Deliveries, newest first' }).locator('summary');

  it('[HOOKPAGE1] Ayu makes one by keyboard: asked for what is missing, told what is refused, shown the secret once', async () => {
    const { page } = ayu;
    await ayu.visit('/people');
    await page.getByRole('link', { name: 'Show webhooks' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Webhooks' }).waitFor();
    await page.getByText('No webhooks yet').waitFor();
    await quiet(ayu);
    await page.getByRole('button', { name: 'New webhook' }).press('Enter');
    // The focus is in the address; without one it is asked for, and one inside the network is refused.
    await page.keyboard.press('Enter');
    await page.getByText('Enter an address').waitFor();
    await page.keyboard.type('https://10.0.0.1/hook');
    await page.keyboard.press('Enter');
    await page.getByText('of a host that the internet can reach').waitFor();
    const address = page.getByLabel('Address', { exact: true });
    expect(await address.evaluate((input) => input === document.activeElement)).toBe(true);
    await quiet(ayu);
    await address.fill(receiver.url());
    await page.getByLabel('What it tells').selectOption('some');
    await address.press('Enter');
    await page.getByText('Choose at least one kind').waitFor();
    await page.getByRole('checkbox', { name: 'Cards: all' }).press('Space');
    await page.getByRole('checkbox', { name: 'Card moved' }).press('Space');
    await page.getByLabel('Maps', { exact: true }).selectOption('some');
    await page.getByRole('checkbox', { name: 'Order medicine online' }).press('Space');
    await quiet(ayu);
    await page.getByRole('button', { name: 'Make the webhook' }).press('Enter');

    const field = page.getByLabel('Secret', { exact: true });
    secret = await field.inputValue();
    expect(secret).toMatch(/^whsec_/);
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
    await quiet(ayu);
    await page.getByRole('button', { name: 'I have kept it' }).press('Enter');
    // The focus is on the new webhook, which leads to its page.
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '127.0.0.1' }).waitFor();
    await page.getByText('Card added, Card edited, Card tagged, Card deleted, Card restored').waitFor();
    await page.getByText('No deliveries lately').waitFor();
    expect(await page.content()).not.toContain(secret);
    await quiet(ayu);
  });

  it('[HOOKPAGE2] [ST3.11] a ping arrives signed and its answer is told; so is what happens on a map', async () => {
    const { page } = ayu;
    const guide = page.locator('summary').filter({ hasText: 'What your receiver has to do' });
    await guide.press('Enter');
    await page.getByText('Check “Jejak-Signature”').waitFor();
    await quiet(ayu);
    await guide.press('Enter');
    await page.getByRole('button', { name: 'Send a ping' }).press('Enter');
    await page.getByText('The ping arrived.').waitFor();
    await page.getByText(/^Answered 204, \d+ ms$/).waitFor();
    await page.getByText('Working', { exact: true }).waitFor();
    expect(receiver.received).toHaveLength(1);
    expect(await lastToldOf()).toMatchObject({ isSigned: true, type: 'ping' });
    await quiet(ayu);

    const mapId = world.workspace.sampleMapId;
    const { columnIds, laneIds } = await world.workspace.placesOf(mapId);
    const text = { en: 'Asks a friend', id: 'Bertanya kepada teman' };
    await world.workspace.addCard(mapId, { columnId: columnIds[0] ?? '', laneId: laneIds[0] ?? '', text });
    await rows().filter({ hasText: 'Card added' }).filter({ hasText: 'Arrived' }).waitFor();
    expect(await rows().first().innerText()).toContain('Order medicine online');
    expect(receiver.received).toHaveLength(2);
    const told = await lastToldOf();
    expect(told).toMatchObject({ isSigned: true, type: 'journey.events' });
    await rows().first().press('Enter');
    await page.getByText(told.delivery).waitFor();
    await page.getByRole('button', { name: 'Show what was sent' }).first().press('Enter');
    const shown = await page.getByRole('region', { name: 'What was sent' }).innerText();
    expect(JSON.parse(shown)).toEqual(JSON.parse(told.text));
    await quiet(ayu);
  });

  it('[HOOKPAGE2] what fails is told with what was answered, and is sent again', async () => {
    const { page } = ayu;
    receiver.status = 503;
    await page.getByRole('button', { name: 'Send a ping' }).press('Enter');
    await page.getByText('The ping did not arrive.').waitFor();
    await page.getByText(/^Answered 503 instead of 200–299, \d+ ms/).waitFor();
    await page.getByText('Failing', { exact: true }).waitFor();
    await rows().first().filter({ hasText: 'Did not arrive, is sent again' }).waitFor();
    await quiet(ayu);
    const failed = await lastToldOf();
    receiver.status = 200;
    await rows().first().press('Enter');
    await page
      .getByRole('button', { name: /^Send again: Ping/ })
      .first()
      .press('Enter');
    await page.getByText('Sent again: it arrived.').waitFor();
    await rows().first().filter({ hasText: 'Arrived · Answered 200' }).waitFor();
    await page.getByText('Working', { exact: true }).waitFor();
    expect(await lastToldOf()).toMatchObject({
      isSigned: true,
      delivery: failed.delivery,
      text: failed.text,
    });
    await quiet(ayu);
  });

  it('[HOOKPAGE1] it is paused, gets another secret, is changed and goes on', async () => {
    const { page } = ayu;
    await page.getByRole('button', { name: 'Pause', exact: true }).press('Enter');
    await page.getByText('Paused', { exact: true }).waitFor();
    await quiet(ayu);
    const before = secret;
    await page.getByRole('button', { name: 'More for this webhook' }).press('Enter');
    await page.getByRole('menuitem', { name: 'New secret' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).press('Enter');
    secret = await page.getByLabel('Secret', { exact: true }).inputValue();
    expect(secret).not.toBe(before);
    await quiet(ayu);
    await page.getByRole('button', { name: 'I have kept it' }).press('Enter');
    expect(await hasFocus(ayu, 'Change')).toBe(true);

    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'Order medicine online' }).waitFor();
    await page.getByLabel('What it tells').selectOption('all');
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await page.getByText('The webhook is changed.').waitFor();
    await page.getByText('Everything', { exact: true }).waitFor();
    expect(await hasFocus(ayu, 'Change')).toBe(true);
    await page.getByRole('button', { name: 'Resume' }).press('Enter');
    await page.getByText('Working', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Send a ping' }).press('Enter');
    await page.getByText('The ping arrived.').waitFor();
    expect((await lastToldOf()).isSigned).toBe(true);
    await quiet(ayu);
  });

  it('[HOOKPAGE3] a log out of reach says so, and is up to date again once somebody asks', async () => {
    const { page } = ayu;
    await page.route('**/graphql', (route) => route.abort());
    await page.getByRole('button', { name: 'Refresh' }).press('Enter');
    await page.getByText('The log is not up to date').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).press('Enter');
    await page.getByText('The log is not up to date').waitFor({ state: 'detached' });
    // That the connection was cut is ours, and nothing else was wrong.
    expect(ayu.problems.filter((problem) => !problem.includes('ERR_FAILED'))).toEqual([]);
    ayu.problems.length = 0;
  });

  it('[HOOKPAGE3] older deliveries come page by page', async () => {
    const { page } = ayu;
    const webhookId = new URL(page.url()).pathname.split('/').at(-1);
    const ping = 'mutation ($input: TestWebhookInput!) { testWebhook(input: $input) { __typename } }';
    for (let at = 0; at < 20; at += 1) await ayu.http.graphql(ping, { input: { webhookId } });
    await page.reload();
    await page.getByRole('button', { name: 'Show older' }).press('Enter');
    await page.getByRole('button', { name: 'Show older' }).waitFor({ state: 'detached' });
    await rows().filter({ hasText: 'Card added' }).waitFor();
    expect(await rows().count()).toBe(24);
    await quiet(ayu);
  });

  it('[HOOKPAGE1] it is deleted after a question, and nothing is left of it', async () => {
    const { page } = ayu;
    await page.getByRole('button', { name: 'More for this webhook' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Delete' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Delete this webhook?' });
    await quiet(ayu);
    await dialog.getByRole('button', { name: 'Delete' }).press('Enter');
    await page.getByText(/^The webhook to 127\.0\.0\.1:\d+ is deleted\.$/).waitFor();
    await page.getByText('No webhooks yet').waitFor();
    await quiet(ayu);
  });

  it('[HOOKPAGE1] one too many is refused in words, and what was typed stays', async () => {
    const { page } = ayu;
    const make = 'mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { __typename } }';
    const input = { workspaceId: world.workspace.id, url: receiver.url(), kinds: ['MAP_CREATED'] };
    for (let at = 0; at < 10; at += 1) await ayu.http.graphql(make, { input });
    await page.reload();
    await page.getByRole('button', { name: 'New webhook' }).press('Enter');
    const address = page.getByLabel('Address', { exact: true });
    await address.fill('https://hooks.example.org/one-more');
    await address.press('Enter');
    await page.getByRole('alert').getByText('There are 10 webhooks already').waitFor();
    expect(await address.inputValue()).toBe('https://hooks.example.org/one-more');
    await quiet(ayu);
  });

  it('[HOOKPAGE1] who does not manage webhooks is told so, in their language, on a phone', async () => {
    const budi = await world.seat(cast.budi, { device: 'phone' });
    await budi.visit('/people');
    await budi.page.getByRole('heading', { level: 1, name: 'Orang' }).waitFor();
    expect(await budi.page.getByRole('link', { name: 'Lihat webhook' }).count()).toBe(0);
    for (const path of ['/people/webhooks', '/people/webhooks/whk_none']) {
      await budi.visit(path);
      await budi.page.getByRole('heading', { level: 1, name: 'Anda tidak dapat melihat ini' }).waitFor();
      await quiet(budi);
    }
  });
});
