export { createMap } from './createMap.ts';
export {
  instantiateTemplate,
  stagesOfTemplate,
  type TemplateKey,
  type TemplateRequest,
  templateKeys,
} from './instantiateTemplate.ts';
export { laneNames } from './laneNames.ts';
export { type BlueprintLine, blueprintLineBefore, blueprintLines, laneSetFor } from './laneSets.ts';
export type {
  CardDraft,
  EmotionDraft,
  LaneDraft,
  MapDraft,
  PersonaDraft,
  StageDraft,
  StepDraft,
} from './MapDraft.ts';
export { type StageKey, stageKeys, templateStages } from './stageTexts.ts';
