import { journeyLimits } from './journeyLimits.ts';
import { decodeMermaidText } from './mermaidText.ts';

/** A name as a map takes it: decoded, on one line, cut to the limit; `cut` says whether something is missing. */
export function cleanName(raw: string): { readonly name: string; readonly cut: boolean } {
  const name = decodeMermaidText(raw)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .trim();
  if (name.length <= journeyLimits.nameLengthMax) return { name, cut: false };
  // A cut through a surrogate pair leaves half of it at the end.
  const kept = name
    .slice(0, journeyLimits.nameLengthMax)
    .replace(/\p{Surrogate}$/u, '')
    .trim();
  return { name: kept, cut: true };
}
