import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, isEnumType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { kindGroupNames, kindGroups, offeredKinds } from './kindGroups.ts';
import { kindParts } from './kindParts.ts';

const schemaFile = fileURLToPath(new URL('../../../../server/schema.graphql', import.meta.url));

describe('kinds of events', () => {
  it('[HOOKPAGE2] all that the server knows can be chosen, once', () => {
    const kinds = buildSchema(readFileSync(schemaFile, 'utf8')).getType('JourneyEventKind');
    const known = isEnumType(kinds) ? kinds.getValues().map(({ name }) => name) : [];
    expect([...offeredKinds].sort()).toEqual(known.sort());
    expect(Object.keys(kindGroups).sort()).toEqual([...kindGroupNames].sort());
  });

  it('[HOOKPAGE2] a group that is chosen whole is told as one, others kind by kind', () => {
    expect(kindParts(['STAGE_ADDED', ...kindGroups.card])).toEqual([
      { group: 'card' },
      { kind: 'STAGE_ADDED' },
    ]);
    expect(kindParts(['EMOTION_CHANGED'])).toEqual([{ kind: 'EMOTION_CHANGED' }]);
  });
});
