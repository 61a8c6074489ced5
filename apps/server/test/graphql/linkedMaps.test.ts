import { operations } from '@jejak/journey-model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGraphqlBed } from './graphqlBed.ts';

let bed: Awaited<ReturnType<typeof startGraphqlBed>>;
let editor: string;

beforeAll(async () => {
  bed = await startGraphqlBed();
  editor = bed.person('editor');
});
afterAll(() => bed.close());

const newFuture = () => bed.newMap(editor, { type: 'FUTURE_STATE' });

async function link(mapId: string, currentStateMapId: string | null, as = editor) {
  const { data } = await bed.ask(
    `mutation($input:SetCurrentStateMapInput!){setCurrentStateMap(input:$input){__typename
      ...on SetCurrentStateMapPayload{changed map{currentStateMap{id}}} ...on UserError{code field messageKey}}}`,
    { input: { mapId, currentStateMapId } },
    as,
  );
  return data?.setCurrentStateMap;
}

/** Writes into the live document what a client of one's own may write there. */
async function writeRaw(mapId: string, currentStateMapId: string): Promise<void> {
  await bed.liveMaps.execute(mapId, operations.setCurrentStateMap, { currentStateMapId }, null);
}

async function linked(mapId: string, as = editor): Promise<unknown> {
  const { data } = await bed.ask(`{journeyMap(id:"${mapId}"){currentStateMap{id title{en}}}}`, {}, as);
  return (data?.journeyMap as { currentStateMap: unknown } | undefined)?.currentStateMap;
}

describe('links between maps', () => {
  it('[GQL34] a future-state map names the map of today; another type does not show it', async () => {
    const [future, today] = [await newFuture(), await bed.newMap(editor, { title: 'Today' })];
    expect(await linked(future)).toBeNull();
    expect(await link(future, today)).toMatchObject({
      changed: true,
      map: { currentStateMap: { id: today } },
    });
    expect(await linked(future, bed.person('viewer'))).toEqual({ id: today, title: { en: 'Today' } });
    expect(await link(today, future)).toMatchObject({
      __typename: 'InvalidInputError',
      field: 'currentStateMapId',
      messageKey: 'operation.notFutureState',
    });
    const type = { type: 'CURRENT_STATE' as const };
    await bed.liveMaps.execute(future, operations.setMapType, type, null);
    expect(await linked(future)).toBeNull();
    expect(await link(future, null)).toMatchObject({ changed: true, map: { currentStateMap: null } });
  });

  it('[GQL34] what is absent, foreign, not readable or the map itself is refused alike', async () => {
    const future = await newFuture();
    const stranger = bed.person('owner', 'wsp_two');
    const foreign = await bed.newMap(stranger, { workspaceId: 'wsp_two' });
    const both = bed.person('editor');
    const known = bed.people.get(both);
    if (known?.kind !== 'member') throw new Error('nobody');
    const memberships = [
      ...known.memberships,
      { workspaceId: 'wsp_two', role: 'owner', team: 'OTHER' } as const,
    ];
    bed.people.set(both, { ...known, memberships });
    const before = (await bed.liveMaps.read(future)).version;
    const refusals = await Promise.all([
      link(future, 'map_none'),
      link(future, foreign),
      link(future, foreign, both),
      link(future, future),
    ]);
    for (const refusal of refusals) {
      expect(refusal).toEqual({
        __typename: 'NotFoundError',
        code: 'NOT_FOUND',
        field: 'currentStateMapId',
        messageKey: 'errors.notFound',
      });
    }
    expect(await link(future, 'x'.repeat(65))).toMatchObject({ code: 'INVALID', field: 'currentStateMapId' });
    expect(await link(future, foreign, bed.person('viewer'))).toMatchObject({
      code: 'FORBIDDEN',
      field: null,
    });
    expect((await bed.liveMaps.read(future)).version).toEqual(before);
  });

  it('[GQL34] a link that a client wrote by itself shows nothing that its reader may not see', async () => {
    const stranger = bed.person('owner', 'wsp_two');
    const foreign = await bed.newMap(stranger, { workspaceId: 'wsp_two' });
    const [future, gone] = [await newFuture(), await bed.newMap(editor)];
    await writeRaw(future, gone);
    expect(await linked(future)).toMatchObject({ id: gone });
    await bed.maps.delete(gone);
    expect(await linked(future)).toBeNull();
    for (const id of [foreign, future, 'map_none']) {
      await writeRaw(future, id);
      expect(await linked(future)).toBeNull();
    }
    const both = await bed.newMap(stranger, { workspaceId: 'wsp_two', type: 'FUTURE_STATE' });
    await writeRaw(both, future);
    const reader = {
      kind: 'member',
      userId: 'usr_both',
      sessionId: 'ses_both',
      token: null,
      name: 'Both',
    } as const;
    const memberships = ['wsp_one', 'wsp_two'].map(
      (workspaceId) => ({ workspaceId, role: 'editor', team: 'OTHER' }) as const,
    );
    bed.people.set('both', { ...reader, email: 'both@example.test', locale: 'en', memberships });
    expect(await linked(both, 'both')).toBeNull();
  });

  it('[GQL34] the links of many maps are one query', async () => {
    const pairs = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const [future, today] = [await newFuture(), await bed.newMap(editor)];
        await link(future, today);
        return { future, today };
      }),
    );
    bed.maps.queries.count = 0;
    const { data } = await bed.ask(
      'query($ids:[ID!]!){nodes(ids:$ids){...on JourneyMap{currentStateMap{id}}}}',
      { ids: pairs.map(({ future }) => future) },
      editor,
    );
    expect(data?.nodes).toEqual(pairs.map(({ today }) => ({ currentStateMap: { id: today } })));
    expect(bed.maps.queries.count).toBe(2);
  });
});

describe('the lines of a service blueprint', () => {
  it('[GQL35] a lane has the line that is drawn above it', async () => {
    const id = await bed.newMap(editor, { type: 'SERVICE_BLUEPRINT' });
    const lanes = async () => {
      const { data } = await bed.ask(`{journeyMap(id:"${id}"){lanes{kind blueprintLine}}}`, {}, editor);
      const read = data?.journeyMap as
        | { lanes: { kind: string; blueprintLine: string | null }[] }
        | undefined;
      return read?.lanes.flatMap(({ kind, blueprintLine }) =>
        blueprintLine === null ? [] : [[kind, blueprintLine]],
      );
    };
    expect(await lanes()).toEqual([
      ['FRONTSTAGE', 'INTERACTION'],
      ['BACKSTAGE', 'VISIBILITY'],
      ['SUPPORT', 'INTERNAL_INTERACTION'],
    ]);
    await bed.liveMaps.execute(id, operations.setMapType, { type: 'CURRENT_STATE' }, null);
    expect(await lanes()).toEqual([]);
  });
});
