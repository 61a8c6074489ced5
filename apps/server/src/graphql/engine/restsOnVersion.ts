import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';

declare module 'graphql' {
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    /** A root field that tells the context which unchanging version of something its answer is read from. */
    tellsVersion?: true;
    /** A field with a resolver that reads nothing but its arguments and the version its record belongs to. */
    ofVersion?: true;
  }
}

/** Extensions of a field whose answer is always the same for one version, whoever asks. */
export const ofVersion = { ofVersion: true } as const;

/**
 * The one root field of a query whose whole answer follows from the version that this field tells; null for others. A
 * field with a resolver counts only where it says so: whoever adds one that asks who is asking need not know of this.
 */
export function fieldThatTellsVersion(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): FieldNode | null {
  const [root, ...others] = operation.selectionSet.selections;
  const query = schema.getQueryType();
  if (operation.operation !== OperationTypeNode.QUERY || !query || others.length > 0) return null;
  if (root?.kind !== Kind.FIELD || root.selectionSet === undefined) return null;
  const field = query.getFields()[root.name.value];
  if (field?.extensions.tellsVersion !== true) return null;
  const type = getNamedType(field.type);
  return isCompositeType(type) && rests(schema, document, root.selectionSet, type) ? root : null;
}

/** For documents that are safe to compile only: those spread few fragments. */
function rests(
  schema: GraphQLSchema,
  document: DocumentNode,
  set: SelectionSetNode,
  type: GraphQLCompositeType,
): boolean {
  if (!isObjectType(type)) return false;
  return set.selections.every((selection) => {
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value === '__typename') return true;
      const field = type.getFields()[selection.name.value];
      if (!field || (field.resolve !== undefined && field.extensions.ofVersion !== true)) return false;
      const below = getNamedType(field.type);
      if (selection.selectionSet === undefined) return true;
      return isCompositeType(below) && rests(schema, document, selection.selectionSet, below);
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? named(document, selection.name.value) : selection;
    const narrowed = fragment?.typeCondition && schema.getType(fragment.typeCondition.name.value);
    if (!fragment || (narrowed !== undefined && narrowed !== type)) return false;
    return rests(schema, document, fragment.selectionSet, type);
  });
}

function named(document: DocumentNode, name: string): FragmentDefinitionNode | undefined {
  return document.definitions.find(
    (node): node is FragmentDefinitionNode =>
      node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === name,
  );
}

/** The same question with nothing below its root field: what it answers is whether the field may be read. */
export function gateOf(operation: OperationDefinitionNode, root: FieldNode): DocumentNode {
  const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
  const field: FieldNode = {
    ...root,
    selectionSet: { kind: Kind.SELECTION_SET, selections: [typename] },
  };
  return {
    kind: Kind.DOCUMENT,
    definitions: [{ ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections: [field] } }],
  };
}
