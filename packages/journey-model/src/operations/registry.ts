import type { z } from 'zod';
import { addCard } from './addCard.ts';
import { addLane } from './addLane.ts';
import { addPersona } from './addPersona.ts';
import { addStage } from './addStage.ts';
import { addStep } from './addStep.ts';
import { deleteCard } from './deleteCard.ts';
import { deleteLane } from './deleteLane.ts';
import { deletePersona } from './deletePersona.ts';
import { deleteStage } from './deleteStage.ts';
import { deleteStep } from './deleteStep.ts';
import { editCard } from './editCard.ts';
import { moveCard } from './moveCard.ts';
import { moveLane } from './moveLane.ts';
import { movePersona } from './movePersona.ts';
import { moveStage } from './moveStage.ts';
import { moveStep } from './moveStep.ts';
import { recolourLane } from './recolourLane.ts';
import { recolourStage } from './recolourStage.ts';
import { recolourStep } from './recolourStep.ts';
import { restoreCard } from './restoreCard.ts';
import { restoreStructure } from './restoreStructure.ts';
import { setCardText } from './setCardText.ts';
import { setCharter } from './setCharter.ts';
import { setCurrentStateMap } from './setCurrentStateMap.ts';
import { setEmotion } from './setEmotion.ts';
import { setEmotionWord } from './setEmotionWord.ts';
import { setLaneName } from './setLaneName.ts';
import { setMapTitle } from './setMapTitle.ts';
import { setMapType } from './setMapType.ts';
import { setPersonaText } from './setPersonaText.ts';
import { setStagePosition } from './setStagePosition.ts';
import { setStageText } from './setStageText.ts';
import { setStepText } from './setStepText.ts';
import { tagCard } from './tagCard.ts';

/** Every operation by name: web, server and programs change a map through these alone. */
export const operations = {
  setMapTitle,
  setMapType,
  setCurrentStateMap,
  setCharter,
  addStage,
  setStageText,
  moveStage,
  recolourStage,
  setStagePosition,
  deleteStage,
  addStep,
  setStepText,
  moveStep,
  recolourStep,
  deleteStep,
  addLane,
  setLaneName,
  moveLane,
  recolourLane,
  deleteLane,
  addPersona,
  setPersonaText,
  movePersona,
  deletePersona,
  restoreStructure,
  addCard,
  setCardText,
  editCard,
  tagCard,
  moveCard,
  deleteCard,
  restoreCard,
  setEmotion,
  setEmotionWord,
} as const;

/** Name of an operation. */
export type OperationName = keyof typeof operations;
/** What a caller may hand to an operation's schema. */
export type OperationInput<Name extends OperationName> = z.input<(typeof operations)[Name]['input']>;
/** What an operation runs on, once parsed. */
export type OperationArguments<Name extends OperationName> = z.output<(typeof operations)[Name]['input']>;

/** How the ids of what an operation adds begin; what follows is `newId` of its context. */
export const addedIdPrefixes: { readonly [Name in OperationName]?: string } = {
  addStage: 'stg_',
  addStep: 'stp_',
  addLane: 'lan_',
  addPersona: 'per_',
  addCard: 'crd_',
};
