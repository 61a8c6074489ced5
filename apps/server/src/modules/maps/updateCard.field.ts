import type { OperationName } from '@jejak/journey-model';
import { DomainError } from '../../errors/DomainError.ts';
import { builder } from '../../graphql/builder.ts';
import { resultField } from '../../graphql/resultField.ts';
import { cardKindEnum, channelEnum, painCauseEnum, teamEnum } from '../vocabulary/enums.ts';
import { changeMap, type MapChanged } from './changeMap.ts';
import { journeyMapRef } from './JourneyMap.field.ts';
import { localizedTextInput } from './LocalizedText.field.ts';
import { permittedMap } from './MapHandle.ts';
import type { AskedStep } from './MapStep.ts';
import { contentOf } from './mapContent.ts';
import { operationInput } from './operationFields.field.ts';
import { argumentText } from './operationTexts.ts';
import { recordOf, recordRefs } from './recordFields.ts';
import { mapPorts } from './services.ts';
import { ifVersionField } from './versionConflict.field.ts';

interface CardFields {
  readonly cardId: string;
  readonly text?:
    | { readonly en?: string | null | undefined; readonly id?: string | null | undefined }
    | null
    | undefined;
  readonly addTags?: readonly string[] | null | undefined;
  readonly removeTags?: readonly string[] | null | undefined;
}

interface CardChanged extends MapChanged {
  readonly cardId: string;
}

/** The operations that a change of several fields is made of. */
function stepsOf({ cardId, text, addTags, removeTags, ...fields }: CardFields): readonly AskedStep[] {
  const steps: AskedStep[] = [];
  const add = (name: OperationName, input: Readonly<Record<string, unknown>>): void => {
    steps.push({ name, input: { cardId, ...operationInput(name, input) } });
  };
  for (const locale of ['en', 'id'] as const)
    if (text?.[locale] != null) add('setCardText', { locale, text: text[locale] });
  if (Object.values(fields).some((value) => value !== undefined)) add('editCard', fields);
  if (addTags?.length || removeTags?.length) add('tagCard', { add: addTags, remove: removeTags });
  return steps;
}

resultField({
  noted: 'refusals',
  name: 'updateCard',
  description:
    'Changes the given fields of a card at once and leaves the others alone; null clears a field. Texts change by the ' +
    'smallest difference, so what a colleague types meanwhile stays.',
  input: builder.inputType('UpdateCardInput', {
    description: 'What of a card to change, and where.',
    fields: (t) => ({
      mapId: t.id({ required: true, description: 'The map.' }),
      ifVersion: ifVersionField(t),
      cardId: t.id({ required: true, description: argumentText('cardId') }),
      kind: t.field({ type: cardKindEnum, required: false, description: argumentText('kind') }),
      team: t.field({ type: teamEnum, required: false, description: argumentText('team') }),
      channel: t.field({ type: channelEnum, required: false, description: argumentText('channel') }),
      cause: t.field({ type: painCauseEnum, required: false, description: argumentText('cause') }),
      resolved: t.boolean({ required: false, description: argumentText('resolved') }),
      text: t.field({
        type: localizedTextInput,
        required: false,
        description: 'The text, in the languages that are given.',
      }),
      addTags: t.stringList({ required: false, description: argumentText('add') }),
      removeTags: t.stringList({ required: false, description: argumentText('remove') }),
    }),
  }),
  payload: builder.objectRef<CardChanged>('UpdateCardPayload').implement({
    description: 'What `updateCard` changed.',
    fields: (t) => ({
      mapVersion: t.expose('mapVersion', {
        type: 'MapVersion',
        description: 'The version of the map that holds the change.',
      }),
      changed: t.boolean({
        description: 'False when everything already was as asked.',
        resolve: ({ outcomes }) => outcomes.some((outcome) => outcome.ok && outcome.changed),
      }),
      map: t.expose('map', { type: journeyMapRef, description: 'The map with the change.' }),
      card: t.field({
        type: recordRefs.card,
        nullable: true,
        description: 'The card as it is now; null when somebody deleted it at the same moment.',
        resolve: async ({ map, cardId }, _args, context) =>
          recordOf('card', await contentOf(map, context), cardId) as never,
      }),
    }),
  }),
  alsoFails: ['LIMIT', 'VERSION_CONFLICT'],
  repeatable: true,
  resolve: async ({ mapId, ifVersion, ...card }, context, repeat) => {
    const ports = mapPorts(context);
    const steps = stepsOf(card);
    if (steps.length === 0) {
      // Whoever may not is told that first, as for every other call.
      await permittedMap(ports, context.actor, 'map:editContent', mapId);
      throw new DomainError('INVALID', { field: 'cardId' });
    }
    const changed = await changeMap(ports, context.actor, {
      name: 'updateCard',
      repeat,
      input: { mapId, ifVersion },
      steps,
      batch: false,
    });
    return { ...changed, cardId: card.cardId };
  },
});
