export { apply, buildMap, seededContext } from './buildMap.ts';
export { seededRandom } from './seededRandom.ts';
