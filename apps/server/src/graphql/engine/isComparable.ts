import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

/** Fields under one name of one object, wherever in the document they are asked for. */
interface Namesakes {
  count: number;
  readonly below: SelectionSetNode[];
}

/** Counts what validation would look at, each fragment once for each object it is spread in, and gives up at a limit. */
class Comparisons {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #met = new Set<string>();
  #left: number;

  constructor(document: DocumentNode, most: number) {
    this.#left = most;
    this.#fragments = new Map(
      document.definitions
        .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
        .map((node) => [node.name.value, node]),
    );
  }

  get exceeded(): boolean {
    return this.#left < 0;
  }

  /** Whether a fragment was looked at where it is spread. */
  met({ name }: FragmentDefinitionNode): boolean {
    return this.#met.has(name.value);
  }

  of(sets: readonly SelectionSetNode[]): void {
    const fields = new Map<string, Namesakes>();
    const spread = new Set<string>();
    for (const set of sets) this.#collect(set, fields, spread);
    for (const { count, below } of fields.values()) {
      this.#left -= (count * (count - 1)) / 2;
      if (this.exceeded) return;
      if (below.length > 0) this.of(below);
    }
  }

  #collect(set: SelectionSetNode, fields: Map<string, Namesakes>, spread: Set<string>): void {
    for (const selection of set.selections) {
      this.#left -= 1;
      if (this.exceeded) return;
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.#collect(selection.selectionSet, fields, spread);
      } else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const name = selection.name.value;
        const fragment = this.#fragments.get(name);
        if (fragment === undefined || spread.has(name)) continue;
        spread.add(name);
        this.#met.add(name);
        this.#collect(fragment.selectionSet, fields, spread);
      } else {
        const name = (selection.alias ?? selection.name).value;
        const namesakes = fields.get(name) ?? { count: 0, below: [] };
        fields.set(name, namesakes);
        namesakes.count += 1;
        if (selection.selectionSet !== undefined) namesakes.below.push(selection.selectionSet);
      }
    }
  }
}

/**
 * Whether validation has at most so many pairs of fields to compare: it compares each two that would stand at one place
 * of the answer, so a field that is asked for a thousand times is half a million pairs. Takes at most as many steps.
 */
export function isComparable(document: DocumentNode, most: number): boolean {
  const comparisons = new Comparisons(document, most);
  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) comparisons.of([definition.selectionSet]);
  // What nothing spreads is a mistake, and compared all the same.
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION && !comparisons.met(definition))
      comparisons.of([definition.selectionSet]);
  return !comparisons.exceeded;
}
