import type { Route, WebSocketRoute } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { seriousFindings } from '../pages/seriousFindings.ts';
import type { Person } from '../people/Person.ts';
import { cast, World } from '../World.ts';

describe('panels and notices', () => {
  let world: World;
  let ayu: Person;

  beforeAll(async () => {
    world = await World.begin();
    ayu = await world.seat(cast.ayu);
  });
  afterAll(() => world.end());

  it('every panel is accessible, for those who edit and those who look', async () => {
    const citra = await world.seat({ ...cast.citra, locale: 'en' }, { role: 'viewer' });
    for (const person of [ayu, citra]) {
      const { page } = await person.openMap(world.workspace.sampleMapId);
      for (const [kind, command] of Object.entries({
        personas: 'Personas',
        charter: 'Purpose of the map',
        emotions: 'Emotions as a table',
        people: 'People here',
        check: 'Check this map',
      })) {
        await page.keyboard.press('Control+k');
        await page.locator('.map-palette-input').fill(command);
        await page.getByRole('option', { name: command }).click();
        await page.locator(`[data-panel="${kind}"]`).waitFor();
        expect(await seriousFindings(page, '.map-panel'), `${person.name}: ${kind}`).toEqual([]);
      }
      for (const [kind, selector] of Object.entries({
        card: '[data-card-id]',
        stage: '[data-stage-id]',
        step: '.map-column',
        lane: '[data-lane-id]',
      })) {
        await page.locator(selector).first().focus();
        await page.keyboard.press('i');
        await page.locator(`[data-panel="${kind}"]`).waitFor();
        expect(await seriousFindings(page, '.map-panel'), `${person.name}: ${kind}`).toEqual([]);
      }
      expect(person.problems).toEqual([]);
    }
  });

  it('a step that lost its stage is placed again from its panel', async () => {
    const mapId = await world.workspace.createMap('Torn');
    const { page } = await ayu.openMap(mapId);
    const stage = page.locator('[data-stage-id]').first();
    await stage.focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Add step' }).click();
    await page.locator('.map-column textarea').pressSequentially('Left behind');
    await page.keyboard.press('Enter');
    await stage.focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Delete stage' }).click();
    await page.getByRole('button', { name: '1 unplaced' }).click();
    const panel = page.locator('[data-panel="unplaced"]');
    await panel.getByRole('region', { name: 'Left behind' }).waitFor();
    expect(await seriousFindings(page, '.map-panel')).toEqual([]);
    await panel.getByRole('button', { name: 'Move' }).click();
    await panel.getByText('Everything has its place.').waitFor();
    await page.getByRole('columnheader', { name: 'Left behind' }).waitFor();
    expect(ayu.problems).toEqual([]);
  });

  describe('when the server will not take the page back', () => {
    /** What closes the sockets of the page as the server would. */
    let hangUp: (code: number) => Promise<void>;
    /** What new sockets are closed with; null: they go through. */
    let turnAway: number | null = null;

    /** What uploads are refused with here is told in the console of the browser. */
    const unexpected = () => ayu.problems.filter((problem) => !/status of (409|413)/.test(problem));

    afterEach(() => {
      turnAway = null;
    });

    beforeAll(async () => {
      let sockets: WebSocketRoute[] = [];
      await ayu.page.routeWebSocket(/\/sync\//, (socket) => {
        if (turnAway !== null) {
          void socket.close({ code: turnAway, reason: 'test' });
          return;
        }
        socket.connectToServer();
        sockets.push(socket);
      });
      // After 4413 the page offers its work over HTTP; only a refusal of that is final.
      await ayu.page.route(/\/sync\/.*\/work/, (route) => route.fulfill({ status: 413 }));
      hangUp = async (code) => {
        const open = sockets;
        sockets = [];
        await Promise.all(open.map((socket) => socket.close({ code, reason: 'test' })));
      };
    });

    it('4413 is answered with an upload, which the page tells of, and then it goes on', async () => {
      const { page } = await ayu.openMap(world.workspace.sampleMapId);
      await page.locator('[data-status="saved"]').waitFor();
      let letGo = () => {};
      const told = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      const holdBack = async (route: Route) => {
        await told;
        await route.continue();
      };
      await page.route(/\/sync\/.*\/work/, holdBack);
      await hangUp(4413);
      const sending = page.locator('[data-status="sending"]');
      await sending.getByText(/Sending your offline work \([\d.]+ MB\)/).waitFor();
      letGo();
      await page.locator('[data-status="saved"]').waitFor();
      await page.unroute(/\/sync\/.*\/work/, holdBack);
      expect(ayu.problems).toEqual([]);
    });

    it('4503 says that there is no room yet, keeps what is written and comes in by itself', async () => {
      const { page } = await ayu.openMap(world.workspace.sampleMapId);
      await page.locator('[data-status="saved"]').waitFor();
      await hangUp(4503);
      await page.locator('[data-status="waiting"]').getByText('No room yet').waitFor();
      await page.locator('[data-status="saved"]').waitFor();
      expect(ayu.problems).toEqual([]);
    });

    it('4409 is changed over by itself; the page says so only when what was written is not taken any more', async () => {
      const map = await ayu.openMap(world.workspace.sampleMapId);
      const { page } = map;
      await page.locator('[data-status="saved"]').waitFor();
      turnAway = 4503;
      await hangUp(4503);
      await page.locator('[data-status="waiting"]').waitFor();
      await map.addCard(map.cardCells.first(), 'Never sent');
      const notKept = (route: Route) => route.fulfill({ status: 409 });
      await page.route(/\/sync\/.*\/work/, notKept);
      turnAway = 4409;
      const notice = page.locator('.map-stop');
      await notice.getByText(/This map was begun anew/).waitFor();
      await notice.getByRole('button', { name: 'Open the map as it is now' }).waitFor();
      await notice.getByRole('button', { name: 'Copy what was not sent' }).waitFor();
      await page.locator('[data-status="stopped"]', { hasText: 'Not sent' }).waitFor();
      expect(await page.locator('.map-add').count()).toBe(0);
      expect(await seriousFindings(page, '.map-stop')).toEqual([]);
      await page.unroute(/\/sync\/.*\/work/, notKept);
      expect(unexpected()).toEqual([]);
    });

    it.each([
      [4401, 'Signed out', /You are signed out\./, 'Sign in again', true],
      [4403, 'No access', /You may not edit this map any more/, 'Open the map as it is now', false],
      [4404, 'Map deleted', /Somebody deleted this map\./, 'Go to all maps', false],
      [4413, 'Not sent', /more than the server takes/, 'Open the map as it is now', false],
      [4426, 'Reload needed', /There is a newer version of Jejak\./, 'Reload the page', true],
    ])('%d says what happened, what is kept and what to do', async (code, status, words, way, writable) => {
      const { page } = await ayu.openMap(world.workspace.sampleMapId);
      await hangUp(code);
      const notice = page.locator('.map-stop');
      await notice.getByText(words).waitFor();
      await notice.getByRole('button', { name: way }).waitFor();
      await notice.getByRole('button', { name: 'Copy what was not sent' }).waitFor();
      await page.locator('[data-status="stopped"]', { hasText: status }).waitFor();
      expect((await page.locator('.map-add').count()) > 0).toBe(writable);
      expect(await seriousFindings(page, '.map-stop')).toEqual([]);
      expect(unexpected()).toEqual([]);
    });
  });
});
