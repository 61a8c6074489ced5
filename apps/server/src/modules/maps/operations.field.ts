import { addedIdPrefixes, type OperationName } from '@jejak/journey-model';
import type { DomainErrorCode } from '../../errors/domainErrors.ts';
import { builder } from '../../graphql/builder.ts';
import { resultField } from '../../graphql/resultField.ts';
import { type ChangeInput, changeMap, type MapChanged } from './changeMap.ts';
import { journeyMapRef } from './JourneyMap.field.ts';
import { contentOf } from './mapContent.ts';
import { operationFields, operationInput, operationNames, pascal } from './operationFields.field.ts';
import { operationTexts } from './operationTexts.ts';
import { recordOf, recordRefs } from './recordFields.ts';
import { mapPorts } from './services.ts';
import { ifVersionField } from './versionConflict.field.ts';

interface OperationChanged extends MapChanged {
  readonly recordId: string;
  readonly changed: boolean;
}

function payloadOf(name: OperationName) {
  const { shows } = operationTexts[name];
  const payload = builder.objectRef<OperationChanged>(`${pascal(name)}Payload`);
  payload.implement({
    description: `What \`${name}\` changed.`,
    fields: (t) => ({
      mapVersion: t.expose('mapVersion', {
        type: 'MapVersion',
        description: 'The version of the map that holds the change; give it as `minVersion` to read it back.',
      }),
      changed: t.exposeBoolean('changed', { description: 'False when everything already was as asked.' }),
      map: t.expose('map', { type: journeyMapRef, description: 'The map with the change.' }),
      ...(shows === null
        ? { deletedId: t.id({ description: 'What is gone.', resolve: ({ recordId }) => recordId }) }
        : {}),
      ...(shows === null || shows === 'map'
        ? {}
        : {
            [shows]: t.field({
              type: recordRefs[shows] as typeof recordRefs.card,
              nullable: true,
              description: 'The record as it is now; null when somebody deleted it at the same moment.',
              resolve: async ({ map, recordId }, _args, context) =>
                recordOf(shows, await contentOf(map, context), recordId) as never,
            }),
          }),
    }),
  });
  return payload;
}

/** Whether an operation changes what is there already, so that a version can be asked of it. */
function changesPresent(name: OperationName): boolean {
  return addedIdPrefixes[name] === undefined;
}

function failuresOf(name: OperationName): DomainErrorCode[] {
  return [
    ...(/^(add|restore)|^(tagCard|setMapType)$/.test(name) ? (['LIMIT'] as const) : []),
    ...(changesPresent(name) ? (['VERSION_CONFLICT'] as const) : []),
  ];
}

for (const name of operationNames) {
  const input = builder.inputRef<ChangeInput>(`${pascal(name)}Input`).implement({
    description: `What \`${name}\` does, and where.`,
    fields: (t) => ({
      mapId: t.id({ required: true, description: 'The map.' }),
      ...(changesPresent(name) ? { ifVersion: ifVersionField(t) } : {}),
      ...operationFields(t, name),
    }),
  });
  resultField<ChangeInput, OperationChanged>({
    name,
    description: operationTexts[name].description,
    input,
    payload: payloadOf(name),
    // What changes on a map is told by its events.
    noted: 'refusals',
    alsoFails: failuresOf(name),
    repeatable: true,
    resolve: async ({ mapId, ifVersion, ...rest }, context, repeat) => {
      const changed = await changeMap(mapPorts(context), context.actor, {
        name,
        repeat,
        input: { mapId, ifVersion },
        steps: [{ name, input: operationInput(name, rest) }],
        batch: false,
      });
      const [outcome] = changed.outcomes;
      if (!outcome?.ok) throw new Error('An operation that was refused threw nothing');
      return { ...changed, recordId: outcome.id, changed: outcome.changed };
    },
  });
}
