import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { FieldCost } from '../cost.ts';

/** An object that is already in memory, in units of one read of the database or of a live map. */
const objectCost = 0.1;

/** What an operation will cost with these variables, before it runs. Each fragment is added up once. */
export class CostOf {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #variables: Record<string, unknown>;
  readonly #known = new Map<string, number>();

  constructor(schema: GraphQLSchema, document: DocumentNode, variables: Record<string, unknown>) {
    this.#schema = schema;
    this.#variables = variables;
    this.#fragments = new Map(
      document.definitions
        .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
        .map((node) => [node.name.value, node]),
    );
  }

  /** The cost of one operation of the document, rounded up. */
  operation(operation: OperationDefinitionNode): number {
    const type = this.#schema.getRootType(operation.operation);
    return type ? Math.ceil(this.#of(operation.selectionSet, type)) : 0;
  }

  #of(set: SelectionSetNode, type: GraphQLCompositeType): number {
    let sum = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        sum += this.#fragment(selection.name.value);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const narrowed = selection.typeCondition && this.#schema.getType(selection.typeCondition.name.value);
        sum += this.#of(selection.selectionSet, isCompositeType(narrowed) ? narrowed : type);
      } else if (isObjectType(type) || isInterfaceType(type)) {
        const field = type.getFields()[selection.name.value];
        if (field === undefined) continue;
        const { self, times } = this.#own(field, selection);
        const named = getNamedType(field.type);
        const below =
          selection.selectionSet !== undefined && isCompositeType(named)
            ? this.#of(selection.selectionSet, named)
            : 0;
        sum += self + times * below;
      }
    }
    return sum;
  }

  #own(
    field: GraphQLField<unknown, unknown>,
    node: Parameters<typeof getArgumentValues>[1],
  ): { self: number; times: number } {
    const cost: FieldCost | undefined = field.extensions.cost;
    const self = cost?.self ?? (isCompositeType(getNamedType(field.type)) ? objectCost : 0);
    const times = cost?.times ?? 1;
    if (typeof self === 'number' && typeof times === 'number') return { self, times };
    const args = getArgumentValues(field, node, this.#variables);
    // A negative or absurd `first` is refused by the field itself; here it only must not lower the sum.
    const atLeastOne = (figure: number) => (Number.isFinite(figure) ? Math.max(1, figure) : 1);
    return {
      self: typeof self === 'number' ? self : atLeastOne(self(args)),
      times: typeof times === 'number' ? times : atLeastOne(times(args)),
    };
  }

  #fragment(name: string): number {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    this.#known.set(name, 0);
    const node = this.#fragments.get(name);
    const type = node && this.#schema.getType(node.typeCondition.name.value);
    const cost = node !== undefined && isCompositeType(type) ? this.#of(node.selectionSet, type) : 0;
    this.#known.set(name, cost);
    return cost;
  }
}
