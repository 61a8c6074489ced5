import { type MermaidLoss, mapToMermaid } from '@jejak/interchange';
import type { Locale, MapSnapshot } from '@jejak/journey-model';

const keptMs = 60_000;

/** Hands the map over as a Mermaid file; answers what the format has no place for. */
export function downloadMermaid(snapshot: MapSnapshot, locale: Locale, file: string): readonly MermaidLoss[] {
  const { text, lost } = mapToMermaid(snapshot, locale);
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file;
  link.click();
  // Some browsers begin the download a turn later.
  setTimeout(() => URL.revokeObjectURL(url), keptMs);
  return lost;
}
