export { apply, buildMap, emptyDocs, runOperation, seededContext } from './buildMap.ts';
export { copyOf, exchange } from './exchange.ts';
export { type RandomOperation, randomOperation } from './randomOperation.ts';
export { seededRandom } from './seededRandom.ts';
export { canonicalJson, hashOf, snapshotHash } from './snapshotHash.ts';
export { networkOrigin, VirtualNetwork } from './VirtualNetwork.ts';
