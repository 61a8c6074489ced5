export { LiveMap, type LiveStatus, type OpenMapOptions, openMap } from './openMap.ts';
