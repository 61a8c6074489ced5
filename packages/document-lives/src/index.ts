export { beginAnew } from './beginAnew.ts';
export { carryInto, isCarried } from './carryInto.ts';
export { type Change, changesOf } from './changesOf.ts';
export type { Content } from './content.ts';
export { leaveMark } from './leaveMark.ts';
export type { Roots } from './Roots.ts';
