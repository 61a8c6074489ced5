/** What most visits need none of: it is fetched when it is needed, or ahead by `MapConnection.prepare`. */
export { flushed } from './flushed.ts';
export { Renewal } from './Renewal.ts';
export { uploadWork } from './uploadWork.ts';
