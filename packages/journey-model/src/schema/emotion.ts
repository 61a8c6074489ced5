import type * as Y from 'yjs';
import { type EmotionScore, emotionScores, type Locale } from '../vocabulary.ts';
import { memberOf } from './values.ts';

/** The key of a score: one per step and persona. */
export function emotionKey(stepId: string, personaId: string): string {
  return `${stepId}:${personaId}`;
}

/**
 * The key of an emotion word in one language. Each language is a record of its own: two people who write
 * the first word at one moment, one in English and one in Indonesian, both keep theirs.
 */
export function emotionWordKey(stepId: string, personaId: string, locale: Locale): string {
  return `${stepId}:${personaId}:${locale}`;
}

/** The step and the persona an emotion key stands for; null when it is no such key. */
export function parseEmotionKey(key: string): { stepId: string; personaId: string } | null {
  const [stepId, personaId] = key.split(':');
  return stepId && personaId ? { stepId, personaId } : null;
}

/** A stored score, when it is one. */
export function readScore(scores: Y.Map<unknown>, key: string): EmotionScore | null {
  return memberOf(emotionScores, scores.get(key));
}
