export { type MermaidExport, type MermaidLoss, mapToMermaid } from './mapToMermaid.ts';
export { type MermaidImport, mermaidToMap } from './mermaidToMap.ts';
export type {
  FileRefusal,
  JourneySection,
  JourneyTask,
  LineNote,
  LineReason,
  ParsedJourney,
} from './ParsedJourney.ts';
export { parseMermaidJourney } from './parseMermaidJourney.ts';
