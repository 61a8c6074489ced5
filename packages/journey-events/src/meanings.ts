import type { Meaning } from './eventsOf.ts';
import type { EventSubject } from './JourneyEvent.ts';

/** What can happen on a map, by what it happens to. */
export const meanings: { readonly [Subject in EventSubject]: Meaning<Subject> } = {
  map: {
    life: null,
    facets: [
      { kind: 'MapRenamed', fields: ['title'] },
      { kind: 'MapTypeChanged', fields: ['type'] },
      { kind: 'CurrentStateMapChanged', fields: ['currentStateMapId'] },
      { kind: 'CharterChanged', fields: ['why', 'goals', 'about', 'experience'] },
    ],
  },
  stage: {
    life: { added: 'StageAdded', deleted: 'StageDeleted', restored: 'StageRestored' },
    facets: [
      { kind: 'StageReordered', fields: ['rank'] },
      { kind: 'StageRenamed', fields: ['name'] },
      { kind: 'StageEdited', fields: ['key', 'purpose', 'brandGoal', 'position', 'colour'] },
    ],
  },
  step: {
    life: { added: 'StepAdded', deleted: 'StepDeleted', restored: 'StepRestored' },
    facets: [
      { kind: 'StepMoved', fields: ['stageId', 'rank'] },
      { kind: 'StepRenamed', fields: ['name'] },
      { kind: 'StepEdited', fields: ['advanceAct', 'exitAct', 'colour'] },
    ],
  },
  lane: {
    life: { added: 'LaneAdded', deleted: 'LaneDeleted', restored: 'LaneRestored' },
    facets: [
      { kind: 'LaneReordered', fields: ['rank'] },
      { kind: 'LaneRenamed', fields: ['name'] },
      { kind: 'LaneEdited', fields: ['kind', 'colour'] },
    ],
  },
  persona: {
    life: { added: 'PersonaAdded', deleted: 'PersonaDeleted', restored: 'PersonaRestored' },
    facets: [
      { kind: 'PersonaReordered', fields: ['rank'] },
      { kind: 'PersonaRenamed', fields: ['name'] },
      { kind: 'PersonaEdited', fields: ['description'] },
    ],
  },
  card: {
    life: { added: 'CardAdded', deleted: 'CardDeleted', restored: 'CardRestored' },
    facets: [
      { kind: 'CardMoved', fields: ['place'] },
      { kind: 'CardEdited', fields: ['kind', 'text', 'team', 'channel', 'cause', 'resolved'] },
      { kind: 'CardTagged', fields: ['tags'] },
    ],
  },
  emotion: {
    life: { added: 'EmotionChanged', deleted: 'EmotionChanged', restored: 'EmotionChanged' },
    facets: [{ kind: 'EmotionChanged', fields: ['score', 'word'] }],
  },
};
