import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metricsOf } from '../operations/metricsOf.ts';
import { TokenBed } from '../tokens/TokenBed.ts';

const content = `query ($id: ID!, $least: MapVersion) { journeyMap(id: $id, minVersion: $least) {
  mapVersion title { en } stages { name { en } steps { name { en } } } cards(first: 50) { nodes { text { en } } } } }`;
const list = `query ($id: ID!) { workspace(id: $id) { maps(first: 20) { nodes { title { en } stages { name { en } } } } } }`;

interface Content {
  readonly mapVersion: string;
  readonly title: { readonly en: string };
}

let bed: TokenBed;
let program: string;

beforeAll(async () => {
  bed = await TokenBed.start({ nodes: 2 });
  program = (await bed.personal({ scopes: ['maps:read'] })).secret;
});
afterAll(() => bed.server.close());

/** Maps that are open on a node. */
async function openAt(node: number): Promise<number> {
  return (await metricsOf(bed.node(node).url)).get('jejak_maps_open') ?? Number.NaN;
}

async function read(least: string | null = null): Promise<Content> {
  const { data, errors } = await bed.ask(content, { id: bed.map(0), least }, program, 1);
  expect(errors).toEqual([]);
  return (data as { journeyMap: Content }).journeyMap;
}

describe('maps that are closed', () => {
  it('[SPEED7] a program reads one, and a list of them with their content, and opens none', async () => {
    const before = await openAt(1);
    expect(await read()).toMatchObject({ title: { en: 'First' } });
    const { data } = await bed.ask(list, { id: bed.team.workspaceId }, program, 1);
    expect(data).toMatchObject({ workspace: { maps: { nodes: [{ stages: {} }, { stages: {} }] } } });
    expect(await openAt(1)).toBe(before);
  });

  it('[SPEED7] what another node has just answered is in it, with and without its version', async () => {
    const before = await openAt(1);
    for (let turn = 0; turn < 30; turn += 1) {
      const input = { mapId: bed.map(0), locale: 'EN', text: `Title ${turn}` };
      const { mapVersion } = await bed.act('setMapTitle', input, 'mapVersion', bed.team.owner, 0);
      const least = turn % 2 === 0 ? String(mapVersion) : null;
      const { title, mapVersion: version } = await read(least);
      expect([title.en, version]).toEqual([`Title ${turn}`, mapVersion]);
    }
    expect(await openAt(1)).toBe(before);
  });

  it('[SPEED7] [SPEED3] a question that comes again is answered by what is kept only while the map stands there', async () => {
    const titles: string[] = [];
    for (let turn = 0; turn < 12; turn += 1) {
      const input = { mapId: bed.map(0), locale: 'EN', text: `Kept ${Math.floor(turn / 4)}` };
      await bed.act('setMapTitle', input, 'mapVersion', bed.team.owner, 0);
      titles.push((await read()).title.en);
    }
    expect(titles).toEqual(Array.from({ length: 12 }, (_, turn) => `Kept ${Math.floor(turn / 4)}`));
  });

  it('[SPEED7] a person opens what they read, as they work in it next', async () => {
    const before = await openAt(1);
    const { data } = await bed.ask(content, { id: bed.map(1) }, bed.team.owner, 1);
    expect(data).toMatchObject({ journeyMap: { title: { en: 'Second' } } });
    expect(await openAt(1)).toBe(before + 1);
  });
});
