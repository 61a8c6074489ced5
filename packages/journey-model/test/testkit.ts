export { checkMap } from '../src/checks/checkMap.ts';
export { apply, buildMap, runOperation, seededContext } from './buildMap.ts';
export { type RandomOperation, randomOperation } from './randomOperation.ts';
export { seededRandom } from './seededRandom.ts';
export { snapshotHash } from './snapshotHash.ts';
