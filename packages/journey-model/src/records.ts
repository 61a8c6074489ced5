/** For whoever follows single records of a map's documents rather than the map as a whole. */
export { changedKeys } from './projection/changedKeys.ts';
export { emotionKeyOf, parseEmotion, type RecordKind, recordParsers } from './projection/parseMap.ts';
export { sameValue } from './projection/sameValue.ts';
export { type MetaRecord, parseMeta } from './schema/mapMeta.ts';
export { isLiving, isRecord, openRoot, type RootName } from './schema/openMap.ts';
export type { StageRecord } from './schema/stage.ts';
