import type { OperationName } from '@jejak/journey-model';

/** What a record of an operation is, for its payload. */
export type ChangedKind = 'map' | 'stage' | 'step' | 'lane' | 'persona' | 'card' | 'emotion';

/** How each operation is described to programs, and which record its payload shows; null: it is deleted. */
export const operationTexts: Readonly<
  Record<OperationName, { readonly description: string; readonly shows: ChangedKind | null }>
> = {
  setMapTitle: { description: 'Writes the title of a map in one language.', shows: 'map' },
  setMapType: {
    description: 'Changes the type of a map; missing lanes of the type are added, no card is lost.',
    shows: 'map',
  },
  setCurrentStateMap: {
    description:
      'Says which map of the same workspace a future-state map starts from, or none with null; a map you cannot read ' +
      'is `NOT_FOUND`.',
    shows: 'map',
  },
  setCharter: { description: 'Writes one field of the charter in one language.', shows: 'map' },
  addStage: { description: 'Adds a stage.', shows: 'stage' },
  setStageText: { description: 'Writes a text of a stage in one language.', shows: 'stage' },
  moveStage: { description: 'Moves a stage, with everything in it.', shows: 'stage' },
  recolourStage: { description: 'Gives a stage a colour, or none.', shows: 'stage' },
  setStagePosition: { description: 'Says where a stage stands to the purchase.', shows: 'stage' },
  deleteStage: {
    description: 'Deletes a stage alone; its steps and cards become unplaced.',
    shows: null,
  },
  addStep: { description: 'Adds a step to a stage.', shows: 'step' },
  setStepText: { description: 'Writes a text of a step in one language.', shows: 'step' },
  moveStep: { description: 'Moves a step within its stage or to another, with its cards.', shows: 'step' },
  recolourStep: { description: 'Gives a step a colour, or none.', shows: 'step' },
  deleteStep: { description: 'Deletes a step alone; its cards become unplaced.', shows: null },
  addLane: { description: 'Adds a lane.', shows: 'lane' },
  setLaneName: { description: 'Writes the name of a lane in one language.', shows: 'lane' },
  moveLane: { description: 'Moves a lane.', shows: 'lane' },
  recolourLane: { description: 'Gives a lane a colour, or none.', shows: 'lane' },
  deleteLane: { description: 'Deletes a lane alone; its cards become unplaced.', shows: null },
  addPersona: { description: 'Adds a persona.', shows: 'persona' },
  setPersonaText: { description: 'Writes a text of a persona in one language.', shows: 'persona' },
  movePersona: { description: 'Moves a persona in their order.', shows: 'persona' },
  deletePersona: { description: 'Deletes a persona.', shows: null },
  restoreStructure: {
    description: 'Brings back a deleted stage, step, lane or persona, with what pointed to it.',
    shows: 'map',
  },
  addCard: { description: 'Adds a card to a cell; without a kind it takes that of its lane.', shows: 'card' },
  setCardText: {
    description:
      'Writes the text of a card in one language by the smallest difference, so what a colleague types meanwhile stays.',
    shows: 'card',
  },
  editCard: {
    description: 'Changes the given fields of a card and leaves the others alone; null clears a field.',
    shows: 'card',
  },
  tagCard: { description: 'Adds and removes tags of a card.', shows: 'card' },
  moveCard: { description: 'Moves a card to a place in a cell.', shows: 'card' },
  deleteCard: { description: 'Deletes a card.', shows: null },
  restoreCard: {
    description: 'Brings back a deleted card, with what was written into it since.',
    shows: 'card',
  },
  setEmotion: {
    description: 'Sets how a persona feels at a step, or clears it with null.',
    shows: 'emotion',
  },
  setEmotionWord: {
    description: 'Names what a persona feels at a step, in one language.',
    shows: 'emotion',
  },
};

const argumentTexts: Readonly<Record<string, string>> = {
  stageId: 'The stage.',
  stepId: 'The step.',
  laneId: 'The lane.',
  personaId: 'The persona.',
  cardId: 'The card.',
  recordId: 'The deleted stage, step, lane or persona.',
  columnId: 'The step, or the stage for a card about the whole stage.',
  afterId: 'Behind which one; null = first, absent = last.',
  currentStateMapId: 'The map that shows the journey as it is today; null = none.',
  locale: 'The language of the text.',
  text: 'The text.',
  name: 'The name.',
  purpose: 'What the stage is for.',
  brandGoal: 'What the brand wants in the stage.',
  advanceAct: 'What the customer does to go on.',
  exitAct: 'What the customer does instead when they do not go on.',
  description: 'Who that is.',
  field: 'Which text.',
  type: 'The type of the map.',
  kind: 'What it is for.',
  colour: 'The palette entry; null = none.',
  position: 'Before, at or after the purchase; null = not said.',
  team: 'The team it belongs to; null = none.',
  channel: 'The channel it is about; null = none.',
  cause: 'What a pain comes from; null = not said.',
  resolved: 'Whether a question is answered.',
  tags: 'Its tags.',
  add: 'Tags to add.',
  remove: 'Tags to remove.',
  score: 'From -2 (bad) to 2 (good); null clears it.',
};

/** What an argument means; an argument without a text fails the start of the server and its tests. */
export function argumentText(name: string): string {
  const text = argumentTexts[name];
  if (text === undefined) throw new Error(`The argument ${name} has no description`);
  return text;
}
