export { createMap } from './createMap.ts';
export { type ExceededLimit, exceededLimit } from './exceededLimit.ts';
export {
  instantiateTemplate,
  stagesOfTemplate,
  type TemplateKey,
  type TemplateRequest,
  templateKeys,
} from './instantiateTemplate.ts';
export { laneNames } from './laneNames.ts';
export { laneSetFor } from './laneSets.ts';
export type {
  CardDraft,
  EmotionDraft,
  LaneDraft,
  MapDraft,
  PersonaDraft,
  StageDraft,
  StepDraft,
} from './MapDraft.ts';
export { instantiateSampleMap } from './sampleMap.ts';
export { type StageKey, stageKeys, templateStages } from './stageTexts.ts';
