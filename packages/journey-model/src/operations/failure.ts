import type { OperationError, OperationResult } from '../operation.ts';
import type { Change } from './defineOperation.ts';

/** Every reason for which an operation refuses; the keys under `operation` in the messages of the interface. */
export const operationMessageKeys = [
  'operation.stageNotFound',
  'operation.stepNotFound',
  'operation.laneNotFound',
  'operation.personaNotFound',
  'operation.cardNotFound',
  'operation.recordNotFound',
  'operation.columnNotFound',
  'operation.afterNotFound',
  'operation.laneTakesNoCards',
  'operation.notFutureState',
  'operation.tooManyStages',
  'operation.tooManySteps',
  'operation.tooManyLanes',
  'operation.tooManyPersonas',
  'operation.tooManyCards',
  'operation.tooManyTags',
] as const;
export type OperationMessageKey = (typeof operationMessageKeys)[number];

/** A refusal: nothing was written. */
export function refuse(
  code: OperationError['code'],
  field: string,
  messageKey: OperationMessageKey,
): OperationResult<never> {
  return { ok: false, error: { code, field, messageKey } };
}

/** Success; `changed` is false when everything already was as asked. */
export function done(id: string, changed = true): OperationResult<Change> {
  return { ok: true, value: { id, changed } };
}
