import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isInputObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { actKeys } from './actKeys.ts';

test('[ACTIVITY3] every act that is written down has words; changes on maps share theirs', () => {
  const schema = buildSchema(
    readFileSync(join(import.meta.dirname, '../../../../server/schema.graphql'), 'utf8'),
  );
  const operations = schema.getType('OperationInput');
  if (!isInputObjectType(operations)) throw new Error('There are no operations');
  const onMaps = new Set(['applyOperations', 'updateCard', ...Object.keys(operations.getFields())]);
  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
  const atTheDoors = ['setUp', 'signUp', 'joinWorkspace', 'exportAudit'];
  const written = mutations.filter((name) => !onMaps.has(name)).concat(atTheDoors);
  expect([...actKeys].sort()).toEqual(written.sort());
});
