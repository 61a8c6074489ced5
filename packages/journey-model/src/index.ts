export type * from './operation.ts';
export type * from './snapshot.ts';
export * from './vocabulary.ts';
