import { forbiddenKeys } from '../limits.ts';
import type { MapDocs } from '../operation.ts';
import { parseCard } from '../schema/card.ts';
import { parseEmotionKey, readScore } from '../schema/emotion.ts';
import { parseLane } from '../schema/lane.ts';
import { readText } from '../schema/localizedText.ts';
import { type MetaRecord, parseMeta } from '../schema/mapMeta.ts';
import { isLiving, openRoot, type RootName } from '../schema/openMap.ts';
import { parsePersona } from '../schema/persona.ts';
import { parseStage, type StageRecord } from '../schema/stage.ts';
import { parseStep } from '../schema/step.ts';
import type { Card, EmotionPoint, Lane, Persona, Step } from '../snapshot.ts';
import { locales } from '../vocabulary.ts';

/** Every record of a map as plain values, by id, before anything is placed or ordered. */
export interface ParsedMap {
  meta: MetaRecord;
  readonly stages: Map<string, StageRecord>;
  readonly steps: Map<string, Step>;
  readonly lanes: Map<string, Lane>;
  readonly personas: Map<string, Persona>;
  readonly cards: Map<string, Card>;
  /** By `<stepId>:<personaId>`. */
  readonly emotions: Map<string, EmotionPoint>;
}

/** Kinds of records that have an id of their own. */
export type RecordKind = 'stages' | 'steps' | 'lanes' | 'personas' | 'cards';

/** One record of a kind, or null when nothing readable is stored under the id. */
export const recordParsers = {
  stages: parseStage,
  steps: parseStep,
  lanes: parseLane,
  personas: parsePersona,
  cards: parseCard,
} as const;

function parseAll<T>(
  docs: MapDocs,
  name: RootName,
  parse: (id: string, record: Parameters<typeof parseCard>[1]) => T,
): Map<string, T> {
  const parsed = new Map<string, T>();
  const doc = name === 'cards' ? docs.content : docs.structure;
  openRoot(doc, name)?.forEach((value, id) => {
    if (isLiving(value) && !forbiddenKeys.includes(id)) parsed.set(id, parse(id, value));
  });
  return parsed;
}

/** What is stored about one step and persona; null when nothing is. */
export function parseEmotion(docs: Pick<MapDocs, 'content'>, key: string): EmotionPoint | null {
  const ids = parseEmotionKey(key);
  if (ids === null) return null;
  const scores = openRoot(docs.content, 'emotionScores');
  const words = openRoot(docs.content, 'emotionWords');
  const score = scores === null ? null : readScore(scores, key);
  const word = { en: readText(words?.get(`${key}:en`)), id: readText(words?.get(`${key}:id`)) };
  return score === null && word.en === '' && word.id === '' ? null : { ...ids, score, word };
}

/** The `<stepId>:<personaId>` of a key of either emotion map; null for a key that is of neither. */
export function emotionKeyOf(name: 'emotionScores' | 'emotionWords', key: string): string | null {
  const [stepId, personaId, locale, ...rest] = key.split(':');
  if (!stepId || !personaId || rest.length > 0) return null;
  const wanted = name === 'emotionScores' ? locale === undefined : locales.some((known) => known === locale);
  return wanted ? `${stepId}:${personaId}` : null;
}

function parseEmotions(docs: MapDocs): Map<string, EmotionPoint> {
  const keys = new Set<string>();
  for (const name of ['emotionScores', 'emotionWords'] as const) {
    openRoot(docs.content, name)?.forEach((_, storedKey) => {
      const key = emotionKeyOf(name, storedKey);
      if (key !== null) keys.add(key);
    });
  }
  const emotions = new Map<string, EmotionPoint>();
  for (const key of keys) {
    const point = parseEmotion(docs, key);
    if (point !== null) emotions.set(key, point);
  }
  return emotions;
}

/** Reads every record of both documents. */
export function parseMap(docs: MapDocs): ParsedMap {
  return {
    meta: parseMeta(openRoot(docs.structure, 'meta')),
    stages: parseAll(docs, 'stages', parseStage),
    steps: parseAll(docs, 'steps', parseStep),
    lanes: parseAll(docs, 'lanes', parseLane),
    personas: parseAll(docs, 'personas', parsePersona),
    cards: parseAll(docs, 'cards', parseCard),
    emotions: parseEmotions(docs),
  };
}
