import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { graphqlLimits } from '../graphqlLimits.ts';
import { refusal } from '../refusal.ts';

interface Shape {
  readonly depth: number;
  readonly introspectionDepth: number;
  readonly fields: number;
  /** Fields on all levels, those of a fragment once for each place it is spread at. */
  readonly expanded: number;
}

const nothing: Shape = { depth: 0, introspectionDepth: 0, fields: 0, expanded: 0 };

/** Documents with more fields than this, fragments spread out, are interpreted: compiling would spread them out. */
const compiledFieldsMax = 500;

/** Measures selection sets; each fragment once, so nested fragments stay linear. */
class Measure {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #shapes = new Map<string, Shape>();
  aliases = 0;
  directives = 0;

  constructor(document: DocumentNode) {
    this.#fragments = new Map(
      document.definitions
        .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
        .map((node) => [node.name.value, node]),
    );
  }

  fragment(name: string): Shape {
    const known = this.#shapes.get(name);
    if (known !== undefined) return known;
    // Validation has refused cycles; the placeholder only keeps a mistake there from looping here.
    this.#shapes.set(name, nothing);
    const node = this.#fragments.get(name);
    const shape = node === undefined ? nothing : this.of(node.selectionSet);
    this.directives += node?.directives?.length ?? 0;
    this.#shapes.set(name, shape);
    return shape;
  }

  of(set: SelectionSetNode): Shape {
    let depth = 0;
    let introspectionDepth = 0;
    let fields = 0;
    let expanded = 0;
    for (const selection of set.selections) {
      this.directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FIELD) {
        if (selection.alias !== undefined) this.aliases += 1;
        fields += 1;
        const below = selection.selectionSet === undefined ? null : this.of(selection.selectionSet);
        expanded += 1 + (below?.expanded ?? 0);
        const { value: name } = selection.name;
        if (name === '__schema' || name === '__type') {
          introspectionDepth = Math.max(introspectionDepth, 1 + (below?.depth ?? 0));
        } else {
          depth = Math.max(depth, 1 + (below?.depth ?? 0));
          introspectionDepth = Math.max(introspectionDepth, below?.introspectionDepth ?? 0);
        }
        continue;
      }
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? this.fragment(selection.name.value)
          : this.of(selection.selectionSet);
      depth = Math.max(depth, inner.depth);
      introspectionDepth = Math.max(introspectionDepth, inner.introspectionDepth);
      fields += inner.fields;
      expanded += inner.expanded;
    }
    return { depth, introspectionDepth, fields, expanded };
  }
}

/** What the shape of a document says about running it. */
export interface DocumentCheck {
  /** Why it is refused; null when it may run. */
  readonly refused: GraphQLError | null;
  /** Whether compiling it is safe and pays: the compiler writes every spread fragment out. */
  readonly compilable: boolean;
}

/** Measures a document before it is validated. Linear in its tokens, whatever its fragments do. */
export function checkDocument(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  introspection: boolean,
): DocumentCheck {
  const measure = new Measure(document);
  const shape = measure.of(operation.selectionSet);
  measure.directives += operation.directives?.length ?? 0;
  return {
    refused: refusedFor(shape, measure, introspection),
    compilable:
      operation.operation !== 'subscription' &&
      shape.introspectionDepth === 0 &&
      measure.directives === 0 &&
      shape.expanded <= compiledFieldsMax,
  };
}

function refusedFor(shape: Shape, measure: Measure, introspection: boolean): GraphQLError | null {
  if (shape.depth > graphqlLimits.depthMax) {
    return refusal('DEPTH_LIMIT', { limit: graphqlLimits.depthMax });
  }
  if (shape.introspectionDepth > 0 && !introspection) return refusal('INTROSPECTION_OFF');
  if (shape.introspectionDepth > graphqlLimits.introspectionDepthMax) {
    return refusal('DEPTH_LIMIT', { limit: graphqlLimits.introspectionDepthMax });
  }
  if (measure.aliases > graphqlLimits.aliasesMax) {
    return refusal('ALIAS_LIMIT', { limit: graphqlLimits.aliasesMax });
  }
  if (shape.fields > graphqlLimits.rootFieldsMax) {
    return refusal('ROOT_FIELD_LIMIT', { limit: graphqlLimits.rootFieldsMax });
  }
  if (measure.directives > graphqlLimits.directivesMax) {
    return refusal('DIRECTIVE_LIMIT', { limit: graphqlLimits.directivesMax });
  }
  return null;
}
