import type { EmotionScore, Locale, LocalizedText, MapSnapshot, Step } from '@jejak/journey-model';
import { encodeActor, encodeMermaidText, encodeTaskName } from './mermaidText.ts';

/** What Mermaid's format has no place for. */
export interface MermaidLoss {
  readonly reasonKey:
    | 'cards'
    | 'differingEmotions'
    | 'emotionWords'
    | 'otherLanguage'
    | 'otherTexts'
    | 'unplacedSteps';
  readonly count: number;
}

/** A map as Mermaid text, with what had to be left out. */
export interface MermaidExport {
  readonly text: string;
  /** Only what is there to be lost. */
  readonly lost: readonly MermaidLoss[];
}

/** Stands for a name nobody wrote yet: the grammar wants at least one sign. */
const noName = '…';

/** Writes a map in Mermaid's `journey` syntax, in one language where it is written and else in the other. */
export function mapToMermaid(snapshot: MapSnapshot, locale: Locale): MermaidExport {
  const other = locale === 'en' ? 'id' : 'en';
  const pick = (text: LocalizedText) => text[locale].trim() || text[other].trim();
  const scores = scoresByStep(snapshot);
  let differing = 0;

  const taskLine = (step: Step): string => {
    const points = snapshot.personas.flatMap((persona) => {
      const score = scores.get(step.id)?.get(persona.id);
      return score === undefined ? [] : [{ score, name: encodeActor(pick(persona.name)) }];
    });
    if (new Set(points.map((point) => point.score)).size > 1) differing++;
    const mean =
      points.length === 0 ? 0 : points.reduce((sum: number, each) => sum + each.score, 0) / points.length;
    const score = Math.min(5, Math.max(1, Math.round(mean) + 3));
    const actors = points.map((point) => point.name || noName).join(', ');
    return `    ${encodeTaskName(pick(step.name)) || noName}: ${score}${actors === '' ? '' : `: ${actors}`}`;
  };

  const lines = ['journey'];
  const title = encodeMermaidText(pick(snapshot.title));
  if (title !== '') lines.push(`  title ${title}`);
  for (const stage of snapshot.stages) {
    lines.push(`  section ${encodeMermaidText(pick(stage.name)) || noName}`);
    lines.push(...stage.steps.map(taskLine));
  }
  const losses: MermaidLoss[] = [
    { reasonKey: 'cards', count: snapshot.cards.length + snapshot.unplaced.cards.length },
    { reasonKey: 'differingEmotions', count: differing },
    { reasonKey: 'emotionWords', count: snapshot.emotions.filter((point) => pick(point.word) !== '').length },
    { reasonKey: 'otherLanguage', count: writtenTexts(snapshot).filter((text) => isInBoth(text)).length },
    { reasonKey: 'otherTexts', count: otherTexts(snapshot).filter((text) => pick(text) !== '').length },
    { reasonKey: 'unplacedSteps', count: snapshot.unplaced.steps.length },
  ];
  return { text: `${lines.join('\n')}\n`, lost: losses.filter((loss) => loss.count > 0) };
}

/** The texts that have a place in the format. */
function writtenTexts(snapshot: MapSnapshot): LocalizedText[] {
  const steps = snapshot.stages.flatMap((stage) => stage.steps);
  return [
    snapshot.title,
    ...[...snapshot.stages, ...steps, ...snapshot.personas].map((record) => record.name),
  ];
}

/** The texts of the map, its stages, steps and personas that have none. */
function otherTexts(snapshot: MapSnapshot): LocalizedText[] {
  const { why, goals, about, experience } = snapshot.charter;
  return [
    ...[why, goals, about, experience],
    ...snapshot.stages.flatMap((stage) => [
      ...[stage.purpose, stage.brandGoal],
      ...stage.steps.flatMap((step) => [step.advanceAct, step.exitAct]),
    ]),
    ...snapshot.personas.map((persona) => persona.description),
  ];
}

function scoresByStep(snapshot: MapSnapshot): Map<string, Map<string, EmotionScore>> {
  const byStep = new Map<string, Map<string, EmotionScore>>();
  for (const { stepId, personaId, score } of snapshot.emotions) {
    if (score === null) continue;
    const ofStep = byStep.get(stepId) ?? new Map<string, EmotionScore>();
    byStep.set(stepId, ofStep.set(personaId, score));
  }
  return byStep;
}

function isInBoth(text: LocalizedText): boolean {
  return text.en.trim() !== '' && text.id.trim() !== '' && text.en.trim() !== text.id.trim();
}
