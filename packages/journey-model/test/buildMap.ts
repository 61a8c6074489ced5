import * as Y from 'yjs';
import type { MapDocs, OperationContext, OperationResult } from '../src/operation.ts';
import type { Change } from '../src/operations/defineOperation.ts';
import { type OperationInput, type OperationName, operations } from '../src/operations/registry.ts';
import { instantiateTemplate, type TemplateRequest } from '../src/templates/instantiateTemplate.ts';
import { seededRandom } from './seededRandom.ts';

/** Two empty documents. */
export function emptyDocs(): MapDocs {
  return { structure: new Y.Doc(), content: new Y.Doc() };
}

/** A context whose ids and ranks repeat with the seed. */
export function seededContext(seed: number, origin: unknown = 'test'): OperationContext {
  const random = seededRandom(seed);
  return {
    newId: () =>
      Math.floor(random() * 2 ** 48)
        .toString(36)
        .padStart(10, '0'),
    random,
    origin,
  };
}

/** Documents filled from a template. */
export function buildMap(request: Partial<TemplateRequest> = {}, context = seededContext(1)): MapDocs {
  const docs = emptyDocs();
  instantiateTemplate(
    docs,
    { template: 'digital', type: 'CURRENT_STATE', title: 'A map', locale: 'en', ...request },
    context,
  );
  return docs;
}

/** Parses the arguments as an edge would and runs an operation. */
export function runOperation(
  docs: MapDocs,
  name: OperationName,
  input: unknown,
  context: OperationContext,
): OperationResult<Change> {
  const operation = operations[name];
  const run: (docs: MapDocs, input: never, context: OperationContext) => OperationResult<Change> =
    operation.run;
  return run(docs, operation.input.parse(input) as never, context);
}

/** Runs an operation that must succeed and answers the id it was about. */
export function apply<Name extends OperationName>(
  docs: MapDocs,
  name: Name,
  input: OperationInput<Name>,
  context: OperationContext,
): string {
  const result = runOperation(docs, name, input, context);
  if (!result.ok) throw new Error(`${name}: ${result.error.code} ${result.error.field}`);
  return result.value.id;
}
