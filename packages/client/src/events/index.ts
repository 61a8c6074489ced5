export { type EventsDocument, type FollowOptions, followEvents, type JourneyEvent } from './followEvents.ts';
