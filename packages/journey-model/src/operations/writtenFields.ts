import { tagPrefix } from '../schema/card.ts';
import { deletedKey } from '../schema/deletion.ts';
import { emotionKey, emotionWordKey } from '../schema/emotion.ts';
import { textKey } from '../schema/localizedText.ts';
import { type RootName, structureRoots } from '../schema/openMap.ts';
import type { Locale } from '../vocabulary.ts';
import type { OperationArguments, OperationName } from './registry.ts';

/** A place that is written as one: a field of a record, or a key of a root map (`field: null`), all below it included. */
export interface FieldAddress {
  readonly root: RootName;
  readonly key: string;
  readonly field: string | null;
}

/** A method's type, so that one whose operation is known only at run time may be called with what was parsed for it. */
type Written<Input> = { of(input: Input): readonly FieldAddress[] }['of'];

const nothing = (): readonly FieldAddress[] => [];
const field = (root: RootName, key: string, name: string): readonly FieldAddress[] => [
  { root, key, field: name },
];
const whole = (root: RootName, key: string): readonly FieldAddress[] => [{ root, key, field: null }];
const text = (root: RootName, key: string, name: string, locale: Locale): readonly FieldAddress[] =>
  field(root, key, textKey(name, locale));

const written: { readonly [Name in OperationName]: Written<OperationArguments<Name>> } = {
  setMapTitle: ({ locale }) => whole('meta', textKey('title', locale)),
  setMapType: () => whole('meta', 'type'),
  setCurrentStateMap: () => whole('meta', 'currentStateMapId'),
  setCharter: (input) => whole('meta', textKey(`charter.${input.field}`, input.locale)),
  addStage: nothing,
  setStageText: (input) => text('stages', input.stageId, input.field, input.locale),
  moveStage: ({ stageId }) => field('stages', stageId, 'rank'),
  recolourStage: ({ stageId }) => field('stages', stageId, 'colour'),
  setStagePosition: ({ stageId }) => field('stages', stageId, 'position'),
  deleteStage: ({ stageId }) => whole('stages', stageId),
  addStep: nothing,
  setStepText: (input) => text('steps', input.stepId, input.field, input.locale),
  moveStep: ({ stepId }) => field('steps', stepId, 'place'),
  recolourStep: ({ stepId }) => field('steps', stepId, 'colour'),
  deleteStep: ({ stepId }) => whole('steps', stepId),
  addLane: nothing,
  setLaneName: ({ laneId, locale }) => text('lanes', laneId, 'name', locale),
  moveLane: ({ laneId }) => field('lanes', laneId, 'rank'),
  recolourLane: ({ laneId }) => field('lanes', laneId, 'colour'),
  deleteLane: ({ laneId }) => whole('lanes', laneId),
  addPersona: nothing,
  setPersonaText: (input) => text('personas', input.personaId, input.field, input.locale),
  movePersona: ({ personaId }) => field('personas', personaId, 'rank'),
  deletePersona: ({ personaId }) => whole('personas', personaId),
  restoreStructure: ({ recordId }) =>
    structureRoots.flatMap((root) => (root === 'meta' ? [] : field(root, recordId, deletedKey))),
  addCard: nothing,
  setCardText: ({ cardId, locale }) => text('cards', cardId, 'text', locale),
  editCard: ({ cardId, ...values }) =>
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : field('cards', cardId, name),
    ),
  tagCard: ({ cardId, add, remove }) =>
    [...add, ...remove].flatMap((tag) => field('cards', cardId, tagPrefix + tag)),
  moveCard: ({ cardId }) => field('cards', cardId, 'place'),
  deleteCard: ({ cardId }) => whole('cards', cardId),
  restoreCard: ({ cardId }) => field('cards', cardId, deletedKey),
  setEmotion: ({ stepId, personaId }) => whole('emotionScores', emotionKey(stepId, personaId)),
  setEmotionWord: ({ stepId, personaId, locale }) =>
    whole('emotionWords', emotionWordKey(stepId, personaId, locale)),
};

/**
 * What of the things that are there already an operation writes, told from its parsed arguments. Whoever deletes a record
 * writes all of it; what an operation adds was nobody's before.
 */
export function writtenFields(name: OperationName, input: unknown): readonly FieldAddress[] {
  const of: Written<unknown> = written[name];
  return of(input);
}
