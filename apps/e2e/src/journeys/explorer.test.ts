import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFindings } from '../pages/seriousFindings.ts';
import type { Person } from '../people/Person.ts';
import { cast, World } from '../World.ts';

declare global {
  interface Element {
    /** CodeMirror's own object, on the element it draws. */
    CodeMirror?: { getValue(): string; setValue(text: string): void };
  }
}

/** What GraphiQL draws is its own: we look at what is around it. */
const ours = ['header', 'main h1', 'main > p'];

describe.each(['en', 'id'] as const)('the API explorer in %s', (language) => {
  let world: World;
  let ayu: Person;

  beforeAll(async () => {
    world = await World.begin();
    ayu = await world.seat({ ...cast.ayu, locale: language });
    await ayu.visit('/explorer');
    await ayu.page.locator('.graphiql-query-editor .CodeMirror').waitFor();
  });
  afterAll(() => world.end());

  async function run(query: string): Promise<void> {
    await ayu.page.evaluate((text) => {
      document.querySelector('.graphiql-query-editor .CodeMirror')?.CodeMirror?.setValue(text);
    }, query);
    await ayu.page.locator('.graphiql-execute-button').click();
  }

  /** Waits until the answer holds a text. */
  async function answered(text: string): Promise<string> {
    await ayu.page.waitForFunction(
      (wanted) =>
        document.querySelector('.result-window .CodeMirror')?.CodeMirror?.getValue().includes(wanted),
      text,
    );
    return ayu.page.evaluate(
      () => document.querySelector('.result-window .CodeMirror')?.CodeMirror?.getValue() ?? '',
    );
  }

  it('[EXPLORE1] [ST3.2] runs the example as whoever is signed in, introspection being off', async () => {
    expect(await ayu.http.graphql('{ __schema { queryType { name } } }').catch(String)).toContain(
      'INTROSPECTION_OFF',
    );
    await ayu.page.locator('.graphiql-execute-button').click();
    const answer = JSON.parse(await answered('"Ayu"')) as { data: { workspaces: unknown[] } };
    expect(answer.data.workspaces).toHaveLength(1);
    await run('{ viewer { email } workspace(id: "wsp_absent") { name } }');
    expect(JSON.parse(await answered('"workspace"'))).toMatchObject({ data: { workspace: null } });
  });

  it('[EXPLORE1] follows what happens on a map', async () => {
    const mapId = world.workspace.sampleMapId;
    await run(`subscription { mapChanged(mapId: "${mapId}") { mapId changedIds } }`);
    await ayu.page.locator('.graphiql-execute-button[aria-label^="Stop"]').waitFor();
    // The subscription is asked for by now and may not be there yet: whoever comes later sees a later change.
    const heard = answered(`"${mapId}"`);
    let isHeard = false;
    void heard.then(() => {
      isHeard = true;
    });
    for (let at = 0; !isHeard && at < 200; at += 1) {
      await ayu.http.graphql(
        'mutation ($input: SetMapTitleInput!) { setMapTitle(input: $input) { __typename } }',
        {
          input: { mapId, locale: 'EN', text: `Title ${at}` },
        },
      );
    }
    expect(JSON.parse(await heard)).toMatchObject({ data: { mapChanged: { mapId } } });
    await ayu.page.locator('.graphiql-execute-button').click();
  });

  it('[EXPLORE1] says why it was cut off, and subscribes again when asked', async () => {
    const query = `subscription { mapChanged(mapId: "${world.workspace.sampleMapId}") { mapId } }`;
    const stop = ayu.page.locator('.graphiql-execute-button[aria-label^="Stop"]');
    for (const reason of ['the server restarts', 'once more']) {
      const cut = new Promise<() => void>((resolve) => {
        void ayu.page.routeWebSocket(/\/graphql$/, (socket) => {
          socket.connectToServer();
          resolve(() => void socket.close({ code: 1012, reason }));
        });
      });
      await run(query);
      await stop.waitFor();
      (await cut)();
      expect(await answered(reason)).toContain('1012');
      await stop.waitFor({ state: 'detached' });
    }
  });

  it('[EXPLORE2] names its editors', async () => {
    const names = ayu.page.locator('.explorer textarea');
    await ayu.page.locator('.result-window textarea[aria-label]').waitFor({ state: 'attached' });
    const given = await names.evaluateAll((areas) => areas.map((area) => area.getAttribute('aria-label')));
    const wanted = {
      en: ['Operation', 'Variables, as JSON', 'Headers, as JSON', 'Answer'],
      id: ['Operasi', 'Variabel, sebagai JSON', 'Header, sebagai JSON', 'Jawaban'],
    };
    expect(given).toEqual(wanted[language]);
  });

  it('[EXPLORE1] explains the schema beside', async () => {
    await ayu.page.locator('button[aria-label="Show Documentation Explorer"]').click();
    await ayu.page.getByRole('link', { name: 'Query', exact: true }).click();
    await ayu.page.getByText('What has this id, or null').waitFor();
  });

  it('[EXPLORE3] leads to the documents about the API, by keyboard, and back', async () => {
    const wanted = {
      en: ['Read how to use the API', 'Recipes: programs to begin with'],
      id: ['Baca cara memakai API (bahasa Inggris)', 'Resep: program untuk memulai (bahasa Inggris)'],
    };
    for (const [index, heading] of ['# The GraphQL API', '# Recipes'].entries()) {
      const link = ayu.page.getByRole('link', { name: wanted[language][index] ?? '', exact: true });
      await link.focus();
      await ayu.page.keyboard.press('Enter');
      await ayu.page.waitForURL(/\/graphql\/docs\//);
      expect(await ayu.page.locator('body').innerText()).toContain(heading);
      await ayu.page.goBack();
      await ayu.page.locator('.graphiql-query-editor .CodeMirror').waitFor();
    }
  });

  it('[EXPLORE1] offers the schema, has one heading, and the console stays quiet', async () => {
    const [download] = await Promise.all([
      ayu.page.waitForEvent('download'),
      ayu.page.locator('a[download]').click(),
    ]);
    expect(download.suggestedFilename()).toBe('schema.graphql');
    expect(await ayu.page.locator('h1').count()).toBe(1);
    expect(await ayu.page.locator('.explorer').getAttribute('lang')).toBe('en');
    for (const part of ours) expect(await seriousFindings(ayu.page, part)).toEqual([]);
    expect(ayu.problems).toEqual([]);
  });
});
