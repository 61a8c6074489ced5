export { checkAgainst, type LiveLimits, type LiveReason, type Verdict } from './checkAgainst.ts';
export { deletionsOf } from './deletionsOf.ts';
export { holdsAll } from './holdsAll.ts';
export { stateVectorRefusal } from './stateVectorRefusal.ts';
export type { RootKind, UpdateBudget } from './UpdateBudget.ts';
export type { BroughtClocks, DeletedClocks, WalkedUpdate } from './WalkedUpdate.ts';
export type { StaticReason } from './WalkRefusal.ts';
export { type StaticRefusal, type WalkOptions, walkUpdate } from './walkUpdate.ts';
