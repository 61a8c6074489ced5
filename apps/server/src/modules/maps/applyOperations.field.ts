import { addedIdPrefixes, type OperationName } from '@jejak/journey-model';
import { DomainError } from '../../errors/DomainError.ts';
import { builder } from '../../graphql/builder.ts';
import { listOf } from '../../graphql/cost.ts';
import { failureText } from '../../graphql/failureText.ts';
import { resultField } from '../../graphql/resultField.ts';
import { fieldOfStep } from './applySteps.ts';
import { type ChangeInput, changeMap, type MapChanged } from './changeMap.ts';
import { journeyMapRef } from './JourneyMap.field.ts';
import type { AskedStep, StepOutcome } from './MapStep.ts';
import { contentOf } from './mapContent.ts';
import { operationFields, operationInput, operationNames, pascal } from './operationFields.field.ts';
import { operationTexts } from './operationTexts.ts';
import { type RecordKind, recordOf, recordRefs } from './recordFields.ts';
import { mapPorts } from './services.ts';
import { ifVersionField } from './versionConflict.field.ts';

/** Operations of one batch at most. */
const operationsMax = 500;
/** What each of them costs, besides what a mutation costs. */
const costPerOperation = 0.5;

type AskedOperation = Readonly<Record<string, Readonly<Record<string, unknown>> | null | undefined>>;

interface BatchInput extends ChangeInput {
  readonly operations: readonly AskedOperation[];
}

interface Batch extends MapChanged {
  readonly names: readonly OperationName[];
}

interface Done {
  readonly index: number;
  readonly name: OperationName;
  readonly outcome: Extract<StepOutcome, { ok: true }>;
  readonly batch: Batch;
}

interface NotDone {
  readonly index: number;
  readonly name: OperationName;
  readonly outcome: Extract<StepOutcome, { ok: false }>;
}

const refText =
  'A name for what is added, for the operations behind it: where they want its id they write `#` and this name.';

const operationInputs = operationNames.map((name) => {
  const input = builder.inputType(`${pascal(name)}OperationInput`, {
    description: `\`${name}\` as part of a batch.`,
    fields: (t) => ({
      ...(addedIdPrefixes[name] === undefined
        ? {}
        : { ref: t.string({ required: false, description: refText }) }),
      ...operationFields(t, name),
    }),
  });
  return [name, input] as const;
});

const operationRef = builder.inputRef<AskedOperation>('OperationInput').implement({
  description: 'One operation of a batch: exactly one field is given.',
  isOneOf: true,
  fields: (t) =>
    Object.fromEntries(
      operationInputs.map(([name, type]) => [
        name,
        t.field({ type, required: false, description: operationTexts[name].description }),
      ]),
    ),
});

function recordField(kind: RecordKind) {
  return { kind, ref: recordRefs[kind] };
}

const resultRef = builder.objectRef<Done>('OperationResult').implement({
  description: 'What one operation of a batch did.',
  fields: (t) => ({
    index: t.exposeInt('index', { description: 'Its place in the batch; the first is 0.' }),
    recordId: t.id({
      description:
        'The record it was about, `meta` for the map itself; of an emotion step and persona with a colon.',
      resolve: ({ outcome }) => outcome.id,
    }),
    changed: t.boolean({
      description: 'False when everything already was as asked.',
      resolve: ({ outcome }) => outcome.changed,
    }),
    ...Object.fromEntries(
      (['stage', 'step', 'lane', 'persona', 'card', 'emotion'] as const)
        .map(recordField)
        .map(({ kind, ref }) => [
          kind,
          t.field({
            type: ref as typeof recordRefs.card,
            nullable: true,
            description: `The ${kind} as it is after the whole batch, where the operation was about one.`,
            resolve: async ({ name, outcome, batch }, _args, context) =>
              (operationTexts[name].shows === kind
                ? recordOf(kind, await contentOf(batch.map, context), outcome.id)
                : null) as never,
          }),
        ]),
    ),
  }),
});

const failureRef = builder.objectRef<NotDone>('OperationFailure').implement({
  description: 'Why one operation of a batch with `partial` was not done.',
  fields: (t) => ({
    index: t.exposeInt('index', { description: 'Its place in the batch; the first is 0.' }),
    code: t.string({
      description: 'Stable: `NOT_FOUND`, `INVALID` or `LIMIT`.',
      resolve: ({ outcome }) => outcome.error.code,
    }),
    messageKey: t.string({
      description: 'Names the text; a program that has texts of its own decides by it.',
      resolve: ({ outcome }) => outcome.error.messageKey,
    }),
    message: t.string({
      description: 'The same in words, in the language of `Accept-Language`, else of your account.',
      resolve: ({ outcome }, _args, { messageLocale }) =>
        failureText({ ...outcome.error, scope: null }, messageLocale),
    }),
    field: t.string({
      description: 'The argument at fault, as a path with dots.',
      resolve: ({ index, name, outcome }) => fieldOfStep(index, name, outcome.error.field),
    }),
  }),
});

const payload = builder.objectRef<Batch>('ApplyOperationsPayload').implement({
  description: 'What a batch changed.',
  fields: (t) => ({
    mapVersion: t.expose('mapVersion', {
      type: 'MapVersion',
      description: 'The version of the map that holds all of it.',
    }),
    map: t.expose('map', { type: journeyMapRef, description: 'The map with the changes.' }),
    results: t.field({
      type: [resultRef],
      description: 'What each operation did, in order; those that were not done are left out.',
      extensions: listOf(50),
      resolve: (batch) =>
        batch.outcomes.flatMap((outcome, index) => {
          const name = batch.names[index];
          return outcome.ok && name !== undefined ? [{ index, name, outcome, batch }] : [];
        }),
    }),
    errors: t.field({
      type: [failureRef],
      description: 'What was not done, with `partial`; else empty.',
      extensions: listOf(50),
      resolve: (batch) =>
        batch.outcomes.flatMap((outcome, index) => {
          const name = batch.names[index];
          return !outcome.ok && name !== undefined ? [{ index, name, outcome }] : [];
        }),
    }),
  }),
});

/** The one operation of an entry. Executors that are compiled do not count the fields themselves. */
function stepOf(asked: AskedOperation, index: number): AskedStep {
  const given = operationNames.flatMap((name) => {
    const input = asked[name];
    return input == null ? [] : [{ name, input }];
  });
  const [only] = given;
  if (only === undefined || given.length > 1)
    throw new DomainError('INVALID', { field: `operations.${index}`, index });
  const { ref, ...input } = only.input;
  return {
    name: only.name,
    ref: typeof ref === 'string' ? ref : null,
    input: operationInput(only.name, input),
  };
}

resultField<BatchInput, Batch>({
  noted: 'refusals',
  name: 'applyOperations',
  description:
    'Runs up to 500 operations on one map as one change: everybody sees all of it at once, or nothing of it was done ' +
    'and the error names the operation by index. With `partial` what can be done is done and the rest is listed.',
  input: builder.inputRef<BatchInput>('ApplyOperationsInput').implement({
    description: 'A batch of operations, and where.',
    fields: (t) => ({
      mapId: t.id({ required: true, description: 'The map.' }),
      operations: t.field({
        type: [operationRef],
        required: true,
        description: 'What to do, in order; 1 to 500.',
      }),
      partial: t.boolean({
        required: false,
        description: 'Does what can be done instead of all or nothing.',
      }),
      ifVersion: ifVersionField(t),
    }),
  }),
  payload,
  alsoFails: ['LIMIT', 'VERSION_CONFLICT'],
  cost: ({ input }) => 10 + costPerOperation * lengthOf(input),
  repeatable: true,
  resolve: async ({ mapId, ifVersion, partial, operations }, context, repeat) => {
    if (operations.length === 0 || operations.length > operationsMax)
      throw new DomainError('INVALID', { field: 'operations' });
    const steps = operations.map(stepOf);
    const changed = await changeMap(mapPorts(context), context.actor, {
      name: 'applyOperations',
      repeat,
      input: { mapId, ifVersion, partial },
      steps,
      batch: true,
    });
    return { ...changed, names: steps.map(({ name }) => name) };
  },
});

function lengthOf(input: unknown): number {
  const operations =
    typeof input === 'object' && input !== null && 'operations' in input ? input.operations : null;
  return Array.isArray(operations) ? operations.length : 0;
}
