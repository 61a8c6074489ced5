import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FragmentDefinitionNode, Kind, parse, print, visit } from 'graphql';
import { describe, expect, it } from 'vitest';
import { CostOf } from '../../src/graphql/engine/costOf.ts';
import { Engine } from '../../src/graphql/engine/Engine.ts';
import { graphqlLimits } from '../../src/graphql/graphqlLimits.ts';
import { schema } from '../../src/schema.ts';

const root = new URL('../../../../', import.meta.url).pathname;

function webDocuments(): [string, string][] {
  const folder = join(root, 'apps/web/src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.graphql'))
    .map((path) => [path, readFileSync(join(folder, path), 'utf8')]);
}

/** A document as the page sends it: with the fragments it spreads from other files. */
function withFragments(text: string, known: ReadonlyMap<string, FragmentDefinitionNode>): string {
  const parts = [text];
  const seen = new Set<string>();
  for (const part of parts) {
    visit(parse(part), {
      FragmentDefinition: ({ name }) => {
        seen.add(name.value);
      },
    });
    visit(parse(part), {
      FragmentSpread: ({ name }) => {
        const fragment = known.get(name.value);
        if (fragment === undefined || seen.has(name.value)) return;
        seen.add(name.value);
        parts.push(print(fragment));
      },
    });
  }
  return parts.join('\n');
}

function fragmentsOf(documents: readonly (readonly [string, string])[]): Map<string, FragmentDefinitionNode> {
  const fragments = documents.flatMap(([, text]) =>
    parse(text).definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION),
  );
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

function documentedOnes(): [string, string][] {
  const page = readFileSync(join(root, 'docs/API.md'), 'utf8');
  const written = [...page.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, text = '']) => text);
  const curled = [...page.matchAll(/"query": "(.*)"\}'/g)].map(([, text = '']) => text);
  return [...written, ...curled].map((text, at) => [`docs/API.md ${at + 1}`, text]);
}

describe('documents', () => {
  const web = webDocuments();
  const shared = fragmentsOf(web);
  const documents = [
    ...web.map(([name, text]) => [name, withFragments(text, shared)] as const),
    ...documentedOnes(),
  ];

  it('[GQL4] there are some', () => {
    expect(documents.length).toBeGreaterThan(8);
  });

  it.each(documents)('[GQL4] %s fits the schema and the limits', (_name, text) => {
    const engine = new Engine({ schema, introspection: false, report: () => {} });
    for (const node of parse(text).definitions) {
      if (node.kind !== Kind.OPERATION_DEFINITION) continue;
      const preparation = engine.prepare({ query: text, operationName: node.name?.value ?? null });
      if (!preparation.ok) throw new Error(preparation.errors.map(({ message }) => message).join('\n'));
      const { document, operation } = preparation.value;
      const cost = new CostOf(schema, document, { first: 100, ids: ['map_one'] }).operation(operation);
      expect(cost).toBeLessThanOrEqual(graphqlLimits.costMax);
    }
  });
});
