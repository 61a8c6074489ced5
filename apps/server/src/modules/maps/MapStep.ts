import { createHash } from 'node:crypto';
import { addedIdPrefixes, type OperationError, type OperationName, operations } from '@jejak/journey-model';

/** An operation as somebody asks for it. */
export interface AskedStep {
  readonly name: OperationName;
  /** What it adds is known by this name to the steps behind it, written `#name` where an id is wanted. */
  readonly ref?: string | null;
  readonly input: Readonly<Record<string, unknown>>;
}

/** An operation whose arguments fit. */
export interface MapStep {
  readonly name: OperationName;
  readonly input: unknown;
  /** New ids, the same each time it is run. */
  readonly ids: () => () => string;
  /** Whether it names something that a step before it adds. */
  readonly refers: boolean;
}

/** What became of a step. */
export type StepOutcome =
  | { readonly ok: true; readonly id: string; readonly changed: boolean }
  | { readonly ok: false; readonly error: OperationError };

/** Ids that one seed always gives again: a repeated step makes the same record. */
export function idsOf(seed: string, index: number): () => string {
  let count = 0;
  return () => {
    count += 1;
    const hash = createHash('sha256').update(`${seed}:${index}:${count}`).digest('base64url');
    return hash.slice(0, 16);
  };
}

const refPattern = /^[A-Za-z0-9_-]{1,64}$/;
const invalid = (field: string): OperationError => ({ code: 'INVALID', field, messageKey: 'errors.invalid' });

/** Reads the steps one after the other: each is ready to run, or known not to fit. */
export function readSteps(asked: readonly AskedStep[], seed: string): readonly (MapStep | OperationError)[] {
  const idOfRef = new Map<string, string>();
  return asked.map((step, index) => {
    const result = readStep(step, () => idsOf(seed, index), idOfRef);
    const { name, ref } = step;
    if (ref == null) return result;
    const prefix = addedIdPrefixes[name];
    if (prefix === undefined || !refPattern.test(ref) || idOfRef.has(ref)) return invalid('ref');
    idOfRef.set(ref, prefix + idsOf(seed, index)());
    return result;
  });
}

/** Whether a step was read, or why not. */
export function isStep(step: MapStep | OperationError): step is MapStep {
  return 'name' in step;
}

function readStep(
  { name, input }: AskedStep,
  ids: MapStep['ids'],
  idOfRef: ReadonlyMap<string, string>,
): MapStep | OperationError {
  let unknown: string | null = null;
  let refers = false;
  const entries = Object.entries(input).map(([key, value]) => {
    if (typeof value !== 'string' || !value.startsWith('#') || !key.endsWith('Id')) return [key, value];
    refers = true;
    const id = idOfRef.get(value.slice(1));
    if (id === undefined) unknown = key;
    return [key, id];
  });
  if (unknown !== null) return { code: 'NOT_FOUND', field: unknown, messageKey: 'errors.notFound' };
  const parsed = operations[name].input.safeParse(Object.fromEntries(entries));
  if (!parsed.success) return invalid(parsed.error.issues[0]?.path.join('.') ?? '');
  return { name, input: parsed.data, ids, refers };
}
