import type { Subject } from '../rooms/LiveMaps.ts';

/** Makes a change of rights felt at once: forgets who asked a moment ago and closes the sockets of the subject. */
export type EndAccess = (subject: Subject, closeCode: number) => Promise<void>;
