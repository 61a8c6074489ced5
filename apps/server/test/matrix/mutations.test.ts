import { type GraphQLField, isInputObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../src/schema.ts';
import { CorpusCount } from '../hostile/CorpusCount.ts';
import { UnhandledErrors } from '../hostile/UnhandledErrors.ts';
import { refusalIn, refusalOf } from './expected.ts';
import { idNameOf, idValue, inputOf } from './generatedInput.ts';
import { type Asker, type Ids, MatrixBed, type RawAnswer } from './MatrixBed.ts';
import { alsoReads, mutationNeeds, putsBack } from './rightsTable.ts';
import { usedUp } from './usedUp.ts';

const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
const inputTypeOf = ({ name, args }: GraphQLField<unknown, unknown>) => {
  const [input] = args;
  const type = input === undefined ? null : schema.getType(String(input.type).replace('!', ''));
  if (!isInputObjectType(type)) throw new Error(`${name} takes no input`);
  return type;
};
const needsOf = (name: string) => {
  const needs = mutationNeeds[name];
  if (needs === undefined) throw new Error(`Say in rightsTable.ts what ${name} needs`);
  return needs;
};
const ownerOf = ({ askers }: MatrixBed): Asker => {
  const owner = askers.find(({ name }) => name === 'owner');
  if (owner === undefined) throw new Error('nobody owns the workspace');
  return owner;
};

describe('who may change what', () => {
  let bed: MatrixBed;
  const unhandled = new UnhandledErrors();
  const count = new CorpusCount('Auth and sessions, who may change what');

  beforeAll(async () => {
    bed = await MatrixBed.start();
  }, 60_000);
  afterAll(async () => {
    unhandled.stop();
    await bed.close();
    count.tell();
  });

  const documentOf = (field: GraphQLField<unknown, unknown>) =>
    `mutation ($input: ${inputTypeOf(field).name}!) { ${field.name}(input: $input) { __typename
      ... on UserError { code messageKey message field scope } } }`;
  const run = (field: GraphQLField<unknown, unknown>, input: object, as: Asker): Promise<RawAnswer> =>
    bed.post({ query: documentOf(field), variables: { input } }, as.headers);
  const nobody: Asker = { name: 'nobody', headers: {}, access: { kind: 'nobody' }, isPerson: false };

  it('[RIGHTS1] every mutation is in the table, and nothing else', () => {
    expect(Object.keys(mutationNeeds).sort()).toEqual(fields.map(({ name }) => name).sort());
  });

  it.each(fields.map((field) => [field.name, field] as const))(
    '[RIGHTS1] [RIGHTS2] %s: each asker is answered as `decide` says, and what is refused changes nothing',
    async (name, field) => {
      const needs = needsOf(name);
      const type = inputTypeOf(field);
      const placed = needs.some(([, place]) => place !== 'self');
      for (let times = 0; times < 4; times += 1) await run(field, inputOf(type, bed.absent), nobody);
      const before = await bed.state();
      await Promise.all(
        bed.askers.map(async (asker) => {
          const expected = refusalOf(asker, needs, bed.own);
          if (expected !== null) {
            const { text } = await run(field, inputOf(type, bed.own), asker);
            expect(refusalIn(text, name), `${asker.name}: ${text}`).toEqual(expected);
          }
          if (!placed || asker.name === 'owner elsewhere') return;
          const [foreign, absent] = [
            await run(field, inputOf(type, bed.foreign), asker),
            await run(field, inputOf(type, bed.absent), asker),
          ];
          expect(foreign, `${asker.name}: foreign and absent`).toEqual(absent);
          expect(refusalIn(foreign.text, name), `${asker.name}: ${foreign.text}`).toEqual(
            refusalOf(asker, needs, null),
          );
        }),
      );
      expect(await bed.state()).toEqual(before);
      count.add('askers and mutations', bed.askers.length);
      for (const asker of bed.askers.filter((each) => refusalOf(each, needs, bed.own) === null)) {
        const ids = { ...bed.own, ...(await usedUp(bed)[name]?.()) };
        const { text } = await run(field, inputOf(type, ids), asker);
        const also = alsoReads[name];
        const expected =
          refusalOf(asker, needs, ids) ??
          (also && refusalOf(asker, [['map:read', 'map']], { ...ids, mapId: ids[also] ?? '' }));
        expect(refusalIn(text, name), `${asker.name}: ${text}`).toEqual(expected ?? null);
        const back = putsBack[name];
        if (back === undefined) continue;
        const [undo, idName] = back;
        const idArgument = undo === 'restoreStructure' ? 'recordId' : idName;
        await bed.act(undo, { mapId: ids.mapId, [idArgument]: ids[idName] }, 'changed');
      }
    },
  );

  const idArguments = fields.flatMap((field) => {
    const type = inputTypeOf(field);
    return Object.values(type.getFields()).flatMap((argument) => {
      const idName = idNameOf(type.name, argument);
      return idName === null ? [] : [[`${field.name}.${argument.name}`, field, argument, idName] as const];
    });
  });

  it.each(idArguments)(
    '[RIGHTS2] %s: the id of another workspace is answered like one that is not there',
    async (place, field, argument, idName) => {
      const type = inputTypeOf(field);
      const owner = ownerOf(bed);
      const withId = (ids: Ids) => {
        const id = ids[idName];
        if (id === undefined) throw new Error(`The fixture has no id for ${place}`);
        return { ...inputOf(type, bed.own), [argument.name]: idValue(argument, id) };
      };
      const before = await bed.state();
      const foreign = await run(field, withId(bed.foreign), owner);
      const absent = await run(field, withId(bed.absent), owner);
      expect(foreign).toEqual(absent);
      expect(refusalIn(foreign.text, field.name)?.code, foreign.text).toBe('NOT_FOUND');
      expect(await bed.state()).toEqual(before);
      count.add('ids of others');
    },
  );

  const operationType = schema.getType('OperationInput');
  if (!isInputObjectType(operationType)) throw new Error('There are no operations');
  const batched = Object.values(operationType.getFields()).map(({ name, type }) => {
    if (!isInputObjectType(type)) throw new Error(`${name} takes no input`);
    return [name, type] as const;
  });
  const batch = fields.find(({ name }) => name === 'applyOperations');
  if (batch === undefined) throw new Error('There is no batch');

  it.each(batched)(
    '[RIGHTS1] [RIGHTS2] %s in a batch: judged as it is by itself, and ids of others are as good as none',
    async (name, type) => {
      const of = (mapId: string | undefined, input: object) => ({ mapId, operations: [{ [name]: input }] });
      const before = await bed.state();
      for (const asker of bed.askers) {
        const expected = refusalOf(asker, needsOf(name), bed.own);
        if (expected === null) continue;
        const { text } = await run(batch, of(bed.own.mapId, inputOf(type, bed.own)), asker);
        expect(refusalIn(text, batch.name), `${asker.name}: ${text}`).toEqual(expected);
      }
      count.add('askers and operations of a batch', bed.askers.length);
      const owner = ownerOf(bed);
      for (const argument of Object.values(type.getFields())) {
        const idName = idNameOf(type.name, argument);
        if (idName === null) continue;
        const [foreign, absent] = [bed.foreign, bed.absent].map((ids) =>
          run(
            batch,
            of(bed.own.mapId, {
              ...inputOf(type, bed.own),
              [argument.name]: idValue(argument, ids[idName] ?? ''),
            }),
            owner,
          ),
        );
        expect(await foreign, argument.name).toEqual(await absent);
        const { text = '' } = (await foreign) ?? {};
        expect(refusalIn(text, batch.name)?.code, text).toBe('NOT_FOUND');
      }
      expect(await bed.state()).toEqual(before);
    },
  );

  it('[RIGHTS1] nothing of all that went unhandled, and the server answers', async () => {
    expect(unhandled.seen).toEqual([]);
    expect(await bed.post({ query: '{ __typename }' }, {})).toMatchObject({ status: 200 });
  });
});
