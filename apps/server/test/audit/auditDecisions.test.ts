import express, { type IRoute } from 'express';
import { type GraphQLField, isInputObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openEndpoints } from '../../src/auth/authHandler.ts';
import { oidcEndpoints } from '../../src/auth/oidc/oidcDoor.ts';
import { schema } from '../../src/schema.ts';
import { refusalIn, refusalOf } from '../matrix/expected.ts';
import { inputOf } from '../matrix/generatedInput.ts';
import { type Asker, MatrixBed } from '../matrix/MatrixBed.ts';
import { mutationNeeds, putsBack } from '../matrix/rightsTable.ts';
import { usedUp } from '../matrix/usedUp.ts';
import { endpointDecisions, toldByEvents, writtenDown } from './auditDecisions.ts';

const fields = Object.values(schema.getMutationType()?.getFields() ?? {});

/** Every route that is added while a server is put together. */
function routesAdded(): { readonly seen: ReadonlySet<string>; stop(): void } {
  const seen = new Set<string>();
  const routes: IRoute = Object.getPrototypeOf(express().route('/'));
  const spies = (['get', 'post', 'put', 'patch', 'delete', 'options', 'head'] as const).map((method) => {
    const add = routes[method];
    return vi.spyOn(routes, method).mockImplementation(function added(
      this: IRoute,
      ...handlers: Parameters<typeof add>
    ) {
      seen.add(`${method.toUpperCase()} ${this.path}`);
      return Reflect.apply(add, this, handlers);
    });
  });
  return {
    seen,
    stop() {
      for (const spy of spies) spy.mockRestore();
    },
  };
}

describe('what is written down', () => {
  let bed: MatrixBed;
  const added = routesAdded();

  beforeAll(async () => {
    bed = await MatrixBed.start();
    added.stop();
  }, 60_000);
  afterAll(() => bed.close());

  const entries = (act: string, refused: boolean) =>
    bed.base.server.database.connection
      .collection('auditLog')
      .countDocuments({ act, refusedAs: refused ? { $ne: null } : null });

  async function run({ name, args }: GraphQLField<unknown, unknown>, as: Asker, ids = bed.own) {
    const type = schema.getType(String(args[0]?.type).replace('!', ''));
    if (!isInputObjectType(type)) throw new Error(`${name} takes no input`);
    const query = `mutation ($input: ${type.name}!) { ${name}(input: $input) { __typename
      ... on UserError { code messageKey scope } } }`;
    const { text } = await bed.post({ query, variables: { input: inputOf(type, ids) } }, as.headers);
    return refusalIn(text, name);
  }

  it('[AUDIT13] every mutation has been decided about', () => {
    expect([...toldByEvents, ...writtenDown].sort()).toEqual(fields.map(({ name }) => name).sort());
  });

  it('[AUDIT13] every endpoint has been decided about', () => {
    const all = [...added.seen]
      .filter((route) => route.startsWith('OPTIONS '))
      .map((route) => route.slice(8));
    const listed = [...added.seen].filter((route) => !all.includes(route.split(' ')[1] ?? ''));
    const seen = [...listed, ...all.map((path) => `ALL ${path}`), ...openEndpoints, ...oidcEndpoints];
    expect(Object.keys(endpointDecisions).sort()).toEqual(seen.sort());
  });

  it.each(fields.map((field) => [field.name, field] as const))(
    '[AUDIT13] %s: what is done and what is refused stands in the log as decided',
    async (name, field) => {
      const needs = mutationNeeds[name] ?? [];
      const owner = bed.askers.find((asker) => asker.name === 'owner');
      const denied = bed.askers.find((asker) => refusalOf(asker, needs, bed.own)?.code === 'FORBIDDEN');
      if (owner === undefined || denied === undefined) throw new Error('Nobody to try it');
      const [done, refused] = [await entries(name, false), await entries(name, true)];
      expect((await run(field, denied))?.code, denied.name).toBe('FORBIDDEN');
      expect([await entries(name, false), await entries(name, true)]).toEqual([done, refused + 1]);
      const ids = { ...bed.own, ...(await usedUp(bed)[name]?.()) };
      expect(await run(field, owner, ids)).toBeNull();
      expect(await entries(name, false)).toBe(done + (toldByEvents.has(name) ? 0 : 1));
      const [undo, idName] = putsBack[name] ?? [];
      if (undo === undefined || idName === undefined) return;
      const idArgument = undo === 'restoreStructure' ? 'recordId' : idName;
      await bed.act(undo, { mapId: ids.mapId, [idArgument]: ids[idName] }, 'changed');
    },
  );
});
