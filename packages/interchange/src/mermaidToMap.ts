import {
  createMap,
  type EmotionDraft,
  type EmotionScore,
  emotionScores,
  type Locale,
  laneSetFor,
  type MapDocs,
  type MapDraft,
  type MapType,
  type OperationContext,
} from '@jejak/journey-model';
import type { JourneyTask, ParsedJourney } from './ParsedJourney.ts';

/** What the file does not say. */
export interface MermaidImport {
  /** The language its texts are written in; the other one stays empty. */
  readonly locale: Locale;
  /** The lanes follow from it; the current state unless told. */
  readonly type?: MapType;
  /** The title of the map where the file has none. */
  readonly title?: string;
}

/** A Mermaid score as an emotion: rounded, minus 3, within −2…+2; null stays unset. */
export function emotionOfScore(score: number | null): EmotionScore | null {
  if (score === null) return null;
  const wanted = Math.min(2, Math.max(-2, Math.round(score) - 3));
  return emotionScores.find((each) => each === wanted) ?? null;
}

/** The map a journey describes: sections as stages, tasks as steps, actors as personas with an emotion per step. */
export function mermaidToDraft(parsed: ParsedJourney, request: MermaidImport): MapDraft {
  const { locale, type = 'CURRENT_STATE', title = '' } = request;
  const written = (text: string) => ({ [locale]: text });
  const emotions: EmotionDraft[] = [];
  const personas = new Set<string>();
  let steps = 0;

  const step = (task: JourneyTask) => {
    const ref = `step${steps++}`;
    const score = emotionOfScore(task.score);
    for (const actor of task.actors) {
      personas.add(actor);
      if (score !== null) emotions.push({ step: ref, persona: actor, score, word: {} });
    }
    return { ref, name: written(task.name) };
  };

  const stages = parsed.sections.map((section) => ({
    name: written(section.name),
    steps: section.tasks.map(step),
  }));
  return {
    type,
    title: written(parsed.title || title),
    stages,
    lanes: laneSetFor(type).map((kind) => ({ kind })),
    personas: [...personas].map((name) => ({ ref: name, name: written(name) })),
    emotions,
  };
}

/** Fills the empty documents of a new map from a parsed journey; only the server does this. */
export function mermaidToMap(
  parsed: ParsedJourney,
  docs: MapDocs,
  request: MermaidImport,
  context: OperationContext,
): void {
  createMap(docs, mermaidToDraft(parsed, request), context);
}
