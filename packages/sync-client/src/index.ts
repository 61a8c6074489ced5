export { connectMap, type MapConnection, type MapConnectionOptions } from './connectMap.ts';
export { indexedDbStore } from './indexedDbStore.ts';
export type { LocalStore, OpenLocalStore } from './LocalStore.ts';
export type { MapStatus } from './MapStatus.ts';
export type { Person, PresenceChannel } from './PresenceChannel.ts';
