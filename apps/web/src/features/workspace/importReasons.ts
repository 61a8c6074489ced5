/** Why a line of a Mermaid file was left out or changed, as far as there are words for it. */
export const importReasons = [
  'accessibilityText',
  'beforeJourney',
  'comment',
  'directive',
  'frontMatter',
  'nameCut',
  'noName',
  'notAJourney',
  'notAStatement',
  'outsideDiagram',
  'scoreAdjusted',
  'scoreMissing',
  'secondHeader',
  'secondTitle',
  'sectionMissing',
  'tooManyActors',
  'tooManySections',
  'tooManyTasks',
] as const;

/** The key of the words for a reason; one the words do not know yet becomes `unknown`. */
export function importReason(key: string): (typeof importReasons)[number] | 'unknown' {
  return importReasons.find((reason) => reason === key) ?? 'unknown';
}
