export { EventReader, type ReaderStart } from './EventReader.ts';
export {
  type EventKind,
  type EventRecords,
  type EventSubject,
  eventKinds,
  type JourneyEvent,
  type MapFacts,
  type SubjectEvent,
} from './JourneyEvent.ts';
export { joinTyping } from './joinTyping.ts';
export { type LoggedEntry, type LogPosition, type MapPart, orderEntries } from './LoggedEntry.ts';
export { eventTextMax, shorten } from './shorten.ts';
export { type Telling, tellBatches } from './tellBatches.ts';
