import type { EventSubject, JourneyEvent } from '@jejak/journey-events';
import type { MapDocs } from '@jejak/journey-model';
import {
  emotionKeyOf,
  isLiving,
  openRoot,
  parseEmotion,
  parseMeta,
  recordParsers,
} from '@jejak/journey-model/records';

/** Records by what they are and their id, as far as anybody can see them. */
export type Records = Map<string, Record<string, unknown>>;

const kinds = { stages: 'stage', steps: 'step', lanes: 'lane', personas: 'persona', cards: 'card' } as const;

/** All living records of a map, read anew. */
export function recordsOf(docs: MapDocs): Records {
  const records: Records = new Map();
  const put = (subject: EventSubject, id: string | null, { id: _, ...facts }: Record<string, unknown>) =>
    records.set(`${subject} ${id}`, facts);
  const { schemaVersion: _version, charter, ...meta } = parseMeta(openRoot(docs.structure, 'meta'));
  put('map', null, { ...meta, ...charter });
  for (const name of ['stages', 'steps', 'lanes', 'personas', 'cards'] as const) {
    const root = openRoot(name === 'cards' ? docs.content : docs.structure, name);
    root?.forEach((stored, id) => {
      if (isLiving(stored)) put(kinds[name], id, { ...recordParsers[name](id, stored) });
    });
  }
  for (const name of ['emotionScores', 'emotionWords'] as const) {
    for (const stored of openRoot(docs.content, name)?.keys() ?? []) {
      const key = emotionKeyOf(name, stored);
      const point = key === null ? null : parseEmotion(docs, key);
      if (point !== null) put('emotion', key, { score: point.score, word: point.word });
    }
  }
  return records;
}

/** Carries events out, one after the other. */
export function carriedOut(before: Records, events: readonly JourneyEvent[]): Records {
  const records: Records = new Map(before);
  for (const { subject, recordId, after } of events) {
    const key = `${subject} ${recordId}`;
    if (after === null) records.delete(key);
    else records.set(key, { ...records.get(key), ...after });
  }
  return records;
}
