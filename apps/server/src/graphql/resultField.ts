import { InputFieldBuilder, InputObjectRef, type InputRef, type ObjectRef } from '@pothos/core';
import { DomainError } from '../errors/DomainError.ts';
import { type DomainErrorCode, domainErrors } from '../errors/domainErrors.ts';
import { builder, type SchemaTypes } from './builder.ts';
import type { GraphqlContext } from './Context.ts';
import type { FieldCost } from './cost.ts';
import { failureText } from './failureText.ts';
import { noted } from './noted.ts';
import type { Repeat } from './Repeat.ts';

/** An expected failure as a member of a result: a plain record, because executors throw what is an `Error`. */
export class Failure {
  readonly code: DomainErrorCode;
  readonly messageKey: string;
  readonly field: string | null;
  readonly scope: string | null;
  readonly index: number | null;
  /** What was thrown, for fields that only this failure has. */
  readonly cause: DomainError;

  constructor(cause: DomainError) {
    this.code = cause.code;
    this.messageKey = cause.messageKey;
    this.field = cause.field;
    this.scope = cause.scope;
    this.index = cause.index;
    this.cause = cause;
  }
}

const errorInterface = builder.interfaceRef<Failure>('UserError').implement({
  description: 'Why a mutation changed nothing. Expected failures are part of the answer, never of `errors`.',
  resolveType: (error) => domainErrors[error.code].graphqlType,
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable; programs decide by it.' }),
    messageKey: t.exposeString('messageKey', {
      description: 'Names the text; a program that has texts of its own decides by it.',
    }),
    message: t.string({
      description: 'The same in words, in the language of `Accept-Language`, else of your account.',
      resolve: (failure, _args, { messageLocale }) => failureText(failure, messageLocale),
    }),
    field: t.exposeString('field', {
      nullable: true,
      description: 'The argument at fault, as a path with dots.',
    }),
    scope: t.exposeString('scope', {
      nullable: true,
      description:
        'With FORBIDDEN: the scope your token lacks, e.g. `maps:write`; null when a scope would not help.',
    }),
    operationIndex: t.exposeInt('index', {
      nullable: true,
      description: 'Which operation of `applyOperations` failed; the first is 0. Null elsewhere.',
    }),
  }),
});

const descriptions: Partial<Record<DomainErrorCode, string>> = {
  NOT_FOUND: 'It does not exist, or you may not know that it does: both answer alike.',
  FORBIDDEN: 'You may see it, but your role or your token does not allow this change.',
  INVALID: 'A value is not valid; `field` names it.',
  LIMIT:
    'A limit of the map or the workspace is reached; with `field: clientMutationId` too much is remembered of your calls.',
  VERSION_CONFLICT:
    'Something that would have been written was changed after `ifVersion`. Nothing was written: read, decide, try again ' +
    'with `mapVersion`.',
  IDEMPOTENCY_MISMATCH:
    'This `clientMutationId` was given for another call within the last day. Nothing was done.',
  IN_PROGRESS: 'The call with this `clientMutationId` is still running; ask again in a moment.',
  CONFLICT: 'Somebody else was faster, or it exists already.',
};

function scopeField(t: PothosSchemaTypes.ObjectFieldBuilder<SchemaTypes, Failure>) {
  return t.exposeString('scope', {
    nullable: true,
    description: 'The scope that your token lacks, e.g. `maps:write`; null where no scope would help.',
  });
}

const errorTypes = new Map<DomainErrorCode, ObjectRef<SchemaTypes, Failure>>();

/** The type of a failure; a module may add fields to that of its own. */
export function errorType(code: DomainErrorCode): ObjectRef<SchemaTypes, Failure> {
  const known = errorTypes.get(code);
  if (known !== undefined) return known;
  const ref = builder.objectRef<Failure>(domainErrors[code].graphqlType).implement({
    description: descriptions[code] ?? `The failure with the code \`${code}\`.`,
    interfaces: [errorInterface],
    fields: (t) => (code === 'FORBIDDEN' ? { scope: scopeField(t) } : {}),
  });
  errorTypes.set(code, ref);
  return ref;
}

/** How a mutation is described: its input, the type of its success, and the use case it calls. */
export interface ResultField<Input extends object, Payload extends object> {
  /** In camel case; the union is named after it: `addCard` → `AddCardResult`. */
  readonly name: string;
  readonly description: string;
  readonly input: InputRef<Input>;
  readonly payload: ObjectRef<SchemaTypes, Payload>;
  /** Expected failures besides NOT_FOUND, FORBIDDEN and INVALID. Any other becomes an entry of `errors`. */
  readonly alsoFails?: readonly DomainErrorCode[];
  /** Answers somebody who is not signed in, e.g. to accept an invitation. */
  readonly public?: boolean;
  /** What of it is written down in the audit log; all of it unless told. */
  readonly noted?: 'always' | 'refusals';
  /** In units of one database read; a mutation costs 10 unless told. */
  readonly cost?: FieldCost['self'];
  /** Whether a call is done once for all who repeat it; then `resolve` does what the id that it is repeated by says. */
  readonly repeatable?: boolean;
  /** Expected failures are thrown as `DomainError`. */
  resolve(input: Input, context: GraphqlContext, repeat: Repeat): Promise<Payload>;
}

interface Repeatable {
  readonly clientMutationId?: string | null;
}

/** Adds to a mutation what its calls are repeated by, and to its payload the same again. */
function makeRepeatable(input: InputRef<object>, payload: ObjectRef<SchemaTypes, object>): void {
  if (!(input instanceof InputObjectRef)) throw new Error('The input of a mutation is a type of its own');
  const fields = new InputFieldBuilder<SchemaTypes, 'InputObject'>(builder, 'InputObject');
  input.addFields(() => ({
    clientMutationId: fields.string({
      required: false,
      description:
        'Made up by you, 1 to 128 characters: however often a call with it is sent within 24 hours, it is done once, and ' +
        'the first result is answered.',
    }),
  }));
  builder.objectField(payload, 'clientMutationId', (t) =>
    t.string({
      nullable: true,
      description: 'The one that was given.',
      resolve: (of: Repeatable) => of.clientMutationId ?? null,
    }),
  );
}

/** Adds a mutation `name(input: …!): NameResult!` whose expected failures are typed members of the result. */
export function resultField<Input extends object, Payload extends object>(
  field: ResultField<Input, Payload>,
): void {
  const repeated: DomainErrorCode[] = field.repeatable
    ? ['IDEMPOTENCY_MISMATCH', 'IN_PROGRESS', 'LIMIT']
    : [];
  const expected = ['NOT_FOUND', 'FORBIDDEN', 'INVALID', ...(field.alsoFails ?? []), ...repeated] as const;
  const codes: DomainErrorCode[] = [...new Set(expected)];
  const payload: ObjectRef<SchemaTypes, object> = field.payload;
  const members: ObjectRef<SchemaTypes, object>[] = [payload, ...codes.map(errorType)];
  const result = builder.unionType(`${field.name.charAt(0).toUpperCase()}${field.name.slice(1)}Result`, {
    description: `What \`${field.name}\` answers: its success, or a typed reason why nothing changed.`,
    types: members,
    resolveType: (value) => (value instanceof Failure ? domainErrors[value.code].graphqlType : payload),
  });
  const inputRef: InputRef<object> = field.input;
  if (field.repeatable) makeRepeatable(inputRef, payload);
  builder.mutationField(field.name, (t) =>
    t.field({
      type: result,
      description: field.description,
      skipTypeScopes: field.public === true,
      extensions: { cost: { self: field.cost ?? 10 } },
      args: { input: t.arg({ type: inputRef, required: true, description: 'What to do, and where.' }) },
      resolve: async (_root, args, context): Promise<object> => {
        try {
          const { clientMutationId = null, ...input } = args.input as Repeatable;
          const repeat: Repeat = { clientMutationId, deed: null };
          // The builder cannot follow a generic input through its mapped types: this edge names it again.
          const result = await noted(field, input, context, repeat, () =>
            field.resolve(input as Input, context, repeat),
          );
          return field.repeatable ? { ...result, clientMutationId } : result;
        } catch (error) {
          if (error instanceof DomainError && codes.includes(error.code)) return new Failure(error);
          throw error;
        }
      },
    }),
  );
}
