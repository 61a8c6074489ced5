import type { InputFieldRef } from '@pothos/core';
import { builder, type SchemaTypes } from '../../graphql/builder.ts';
import type { GraphqlContext } from '../../graphql/Context.ts';
import { reads } from '../../graphql/cost.ts';
import { errorType, type Failure } from '../../graphql/resultField.ts';
import { journeyMapRef } from './JourneyMap.field.ts';
import { readView } from './MapHandle.ts';
import { printVersion } from './mapVersion.ts';
import { kindOfRoot, type RecordKind, recordOf, recordRefs } from './recordFields.ts';
import { VersionConflict } from './VersionConflict.ts';

/** The precondition of a change. */
export function ifVersionField(
  t: PothosSchemaTypes.InputFieldBuilder<SchemaTypes, 'InputObject'>,
): InputFieldRef<SchemaTypes, string | null | undefined> {
  return t.field({
    type: 'MapVersion',
    required: false,
    description:
      'Only if nothing that this writes was changed after that version, field by field; else `VERSION_CONFLICT`. A ' +
      'version that is too old to tell counts as changed.',
  });
}

function conflictIn({ cause }: Failure): VersionConflict {
  if (cause instanceof VersionConflict) return cause;
  throw new Error('A conflict of versions without a version');
}

/** The record that would have been written, as it is now. */
async function present(
  failure: Failure,
  kind: RecordKind,
  { liveMaps }: GraphqlContext,
): Promise<object | null> {
  const { record, version, fields } = conflictIn(failure);
  const wanted = fields.filter(({ root }) => kindOfRoot(root) === kind);
  if (wanted.length === 0) return null;
  const view = await readView(liveMaps, record.id, 'comes in', version);
  for (const { key } of wanted) {
    const found = recordOf(kind, view, key);
    if (found !== null) return found;
  }
  return null;
}

builder.objectFields(errorType('VERSION_CONFLICT'), (t) => ({
  mapVersion: t.field({
    type: 'MapVersion',
    description: 'The version of the map now; read, decide, and give it as the next `ifVersion`.',
    resolve: (failure) => printVersion(conflictIn(failure).version),
  }),
  map: t.field({
    type: journeyMapRef,
    description: 'The map as it is now.',
    extensions: reads(),
    resolve: async (failure, _args, { liveMaps }) => {
      const { record, version } = conflictIn(failure);
      return { id: record.id, record, view: await readView(liveMaps, record.id, 'comes in', version) };
    },
  }),
  stage: t.field({
    type: recordRefs.stage,
    nullable: true,
    description: 'The stage as it is now, where one would have been changed.',
    extensions: reads(),
    resolve: async (failure, _args, context) => (await present(failure, 'stage', context)) as never,
  }),
  step: t.field({
    type: recordRefs.step,
    nullable: true,
    description: 'The step as it is now, where one would have been changed.',
    extensions: reads(),
    resolve: async (failure, _args, context) => (await present(failure, 'step', context)) as never,
  }),
  lane: t.field({
    type: recordRefs.lane,
    nullable: true,
    description: 'The lane as it is now, where one would have been changed.',
    extensions: reads(),
    resolve: async (failure, _args, context) => (await present(failure, 'lane', context)) as never,
  }),
  persona: t.field({
    type: recordRefs.persona,
    nullable: true,
    description: 'The persona as it is now, where one would have been changed.',
    extensions: reads(),
    resolve: async (failure, _args, context) => (await present(failure, 'persona', context)) as never,
  }),
  card: t.field({
    type: recordRefs.card,
    nullable: true,
    description: 'The card as it is now, where one would have been changed.',
    extensions: reads(),
    resolve: async (failure, _args, context) => (await present(failure, 'card', context)) as never,
  }),
  emotion: t.field({
    type: recordRefs.emotion,
    nullable: true,
    description: 'The emotion as it is now, where one would have been changed.',
    extensions: reads(),
    resolve: async (failure, _args, context) => (await present(failure, 'emotion', context)) as never,
  }),
}));
