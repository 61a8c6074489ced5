import { metaId } from '../schema/mapMeta.ts';
import { stepTextFields } from '../schema/step.ts';
import type { TextAddress } from '../schema/textOf.ts';
import type { LocalizedText, MapSnapshot, Step } from '../snapshot.ts';
import { locales } from '../vocabulary.ts';

type AddressedText = [recordId: string, field: string, text: LocalizedText];

function* textsOfStep(step: Step): Generator<AddressedText> {
  for (const field of stepTextFields) yield [step.id, field, step[field]];
}

function* textsOf(snapshot: MapSnapshot): Generator<AddressedText> {
  yield [metaId, 'title', snapshot.title];
  yield [metaId, 'charter.why', snapshot.charter.why];
  yield [metaId, 'charter.goals', snapshot.charter.goals];
  yield [metaId, 'charter.about', snapshot.charter.about];
  yield [metaId, 'charter.experience', snapshot.charter.experience];
  for (const stage of snapshot.stages) {
    yield [stage.id, 'name', stage.name];
    yield [stage.id, 'purpose', stage.purpose];
    yield [stage.id, 'brandGoal', stage.brandGoal];
    for (const step of stage.steps) yield* textsOfStep(step);
  }
  for (const lane of snapshot.lanes) yield [lane.id, 'name', lane.name];
  for (const persona of snapshot.personas) {
    yield [persona.id, 'name', persona.name];
    yield [persona.id, 'description', persona.description];
  }
  for (const card of snapshot.cards) yield [card.id, 'text', card.text];
  for (const point of snapshot.emotions) yield [`${point.stepId}:${point.personaId}`, 'word', point.word];
  for (const step of snapshot.unplaced.steps) yield* textsOfStep(step);
  for (const card of snapshot.unplaced.cards) yield [card.id, 'text', card.text];
}

/** Texts written in one language and not in the other; `locale` is the one that is missing (N11). */
export function missingTranslations(snapshot: MapSnapshot): TextAddress[] {
  const missing: TextAddress[] = [];
  for (const [recordId, field, text] of textsOf(snapshot)) {
    if (text.en.trim() === '' && text.id.trim() === '') continue;
    for (const locale of locales) {
      if (text[locale].trim() === '') missing.push({ recordId, field, locale });
    }
  }
  return missing;
}
