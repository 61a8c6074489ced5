export { mapLimits } from './limits.ts';
export { type MigrationOutcome, migrateMap } from './migrations/migrateMap.ts';
export type * from './operation.ts';
export type { Change } from './operations/defineOperation.ts';
export { type OperationMessageKey, operationMessageKeys } from './operations/failure.ts';
export { refusalOf, runNamed } from './operations/refusalOf.ts';
export {
  addedIdPrefixes,
  type OperationArguments,
  type OperationInput,
  type OperationName,
  operations,
} from './operations/registry.ts';
export { type FieldAddress, writtenFields } from './operations/writtenFields.ts';
export { blueprintLineAbove } from './projection/blueprintLineAbove.ts';
export { type DeletedRecord, deletedRecords } from './projection/deletedRecords.ts';
export { missingTranslations } from './projection/missingTranslations.ts';
export { readMap } from './projection/readMap.ts';
export {
  type Completeness,
  type MapSummary,
  type MapWarning,
  type StageSummary,
  summarizeMap,
  type WarningCode,
  warningCodes,
} from './projection/summarizeMap.ts';
export { type MapReader, watchMap } from './projection/watchMap.ts';
export { emotionKey } from './schema/emotion.ts';
export { type LocalizedInput, wellFormed } from './schema/localizedText.ts';
export { type CharterField, charterFields, metaId, schemaVersion } from './schema/mapMeta.ts';
export { contentRoots, openMap, structureRoots } from './schema/openMap.ts';
export { ensureText, type TextAddress, textOf } from './schema/textOf.ts';
export type * from './snapshot.ts';
export * from './templates/index.ts';
export {
  createUndo,
  type HeldStep,
  type Undo,
  type UndoOptions,
  type UndoOutcome,
  type UndoState,
} from './undo/createUndo.ts';
export type { Obstacle } from './undo/findObstacle.ts';
export * from './vocabulary.ts';
