export { journeyLimits } from './journeyLimits.ts';
export { type MermaidExport, type MermaidLoss, mapToMermaid } from './mapToMermaid.ts';
export { emotionOfScore, type MermaidImport, mermaidToDraft, mermaidToMap } from './mermaidToMap.ts';
export type {
  FileRefusal,
  JourneySection,
  JourneyTask,
  LineNote,
  LineReason,
  ParsedJourney,
} from './ParsedJourney.ts';
export { parseMermaidJourney } from './parseMermaidJourney.ts';
