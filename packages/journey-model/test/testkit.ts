export { apply, buildMap, emptyDocs, runOperation, seededContext } from './buildMap.ts';
export { seededRandom } from './seededRandom.ts';
